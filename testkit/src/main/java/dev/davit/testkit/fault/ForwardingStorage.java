package dev.davit.testkit.fault;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Search;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storage that hands every call on to another: extend it to change one. */
public class ForwardingStorage implements Storage {
  private final Storage target;

  public ForwardingStorage(Storage target) {
    this.target = target;
  }

  @Override
  public String origin() {
    return target.origin();
  }

  @Override
  public Listing list(ListRequest request) {
    return target.list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return target.stat(id);
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return target.createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return target.read(id, range);
  }

  @Override
  public Entry write(WriteRequest request) {
    return target.write(request);
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return target.recover(attempt);
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return target.move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    target.delete(id);
  }

  @Override
  public void erase(EntryId id) {
    target.erase(id);
  }

  @Override
  public Optional<Search> search() {
    return target.search();
  }

  @Override
  public Optional<Quotas> quotas() {
    return target.quotas();
  }

  @Override
  public Optional<Changes> changes() {
    return target.changes();
  }

  @Override
  public Optional<Copying> copying() {
    return target.copying();
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return target.uploadSessions();
  }
}
