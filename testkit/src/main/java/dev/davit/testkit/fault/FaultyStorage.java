package dev.davit.testkit.fault;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storage with faults round the calls that all storages have. */
public final class FaultyStorage extends ForwardingStorage {
  private final Faults faults;

  public FaultyStorage(Storage target, Faults faults) {
    super(target);
    this.faults = faults;
  }

  @Override
  public Listing list(ListRequest request) {
    return faults.around("list", () -> super.list(request));
  }

  @Override
  public Entry stat(EntryId id) {
    return faults.around("stat", () -> super.stat(id));
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return faults.around("createFolder", () -> super.createFolder(parent, name));
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return faults.around("read", () -> super.read(id, range));
  }

  @Override
  public Entry write(WriteRequest request) {
    return faults.around("write", () -> super.write(request));
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return faults.around("recover", () -> super.recover(attempt));
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return faults.around("move", () -> super.move(id, folder, name, conflict));
  }

  @Override
  public void delete(EntryId id) {
    faults.around(
        "delete",
        () -> {
          super.delete(id);
          return id;
        });
  }

  @Override
  public void erase(EntryId id) {
    faults.around(
        "erase",
        () -> {
          super.erase(id);
          return id;
        });
  }
}
