package dev.davit.testkit.memory;

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

/** One account of a {@link MemoryServer}, through a gate. */
record MemoryStorage(Gate gate) implements Storage {
  @Override
  public String origin() {
    return "memory";
  }

  @Override
  public Listing list(ListRequest request) {
    return gate.call("list", account -> Reading.list(account, request));
  }

  @Override
  public Entry stat(EntryId id) {
    return gate.call("stat", account -> account.alone(() -> account.tree().get(id).entry()));
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return gate.call("createFolder", account -> Moving.createFolder(account, parent, name));
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return gate.call("read", account -> Reading.read(account, id, range));
  }

  @Override
  public Entry write(WriteRequest request) {
    return gate.call("write", account -> Writing.write(account, request));
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return gate.call("recover", account -> Writing.recover(account, attempt));
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return gate.call("move", account -> Moving.move(account, id, folder, name, conflict));
  }

  @Override
  public void delete(EntryId id) {
    gate.call("delete", account -> Moving.throwAway(account, id));
  }

  @Override
  public void erase(EntryId id) {
    gate.call("erase", account -> Moving.erase(account, id));
  }

  @Override
  public Optional<Search> search() {
    return Optional.of(new MemorySearch(gate));
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(new MemoryQuotas(gate));
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.of(new MemoryChanges(gate));
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.of(new MemoryCopying(gate));
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.of(new MemoryUploads(gate));
  }
}
