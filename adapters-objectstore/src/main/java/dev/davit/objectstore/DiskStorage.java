package dev.davit.objectstore;

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
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder on disk as a storage: each call to the class that knows it, failures to words. */
final class DiskStorage implements Storage {
  private final Disk disk;
  private final DiskLister lister;
  private final DiskReader reader;
  private final DiskWriter writer;
  private final DiskMover mover;

  DiskStorage(Disk disk) {
    this.disk = disk;
    lister = new DiskLister(disk);
    reader = new DiskReader(disk);
    DiskPlaces places = new DiskPlaces(disk);
    writer = new DiskWriter(disk, places);
    mover = new DiskMover(disk, places);
  }

  @Override
  public String origin() {
    return "disk";
  }

  @Override
  public Listing list(ListRequest request) {
    return reading(() -> lister.list(request));
  }

  @Override
  public Entry stat(EntryId id) {
    return reading(() -> disk.entry(EntryPath.of(id)));
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return writing(() -> mover.createFolder(parent, name));
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return reading(() -> reader.read(id, range));
  }

  @Override
  public Entry write(WriteRequest request) {
    return writing(() -> writer.write(request));
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return writing(() -> writer.recover(attempt));
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return writing(() -> mover.move(id, folder, name, conflict));
  }

  @Override
  public void delete(EntryId id) {
    writing(
        () -> {
          mover.delete(id);
          return id;
        });
  }

  @Override
  public Optional<Search> search() {
    return Optional.empty();
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(() -> reading(() -> quota(disk.store().getUsableSpace())));
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.empty();
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.empty();
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.empty();
  }

  /** The system answers the largest number where it can't tell. */
  private static Quotas.Quota quota(long usable) {
    return new Quotas.Quota(null, usable == Long.MAX_VALUE ? null : usable, false);
  }

  /** Something that the file system is asked to do. */
  private interface Action<T> {
    T run() throws IOException;
  }

  private static <T> T reading(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw DiskErrors.of(e);
    }
  }

  private <T> T writing(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw DiskErrors.ofWrite(e, disk.usable(), disk.isReadOnly());
    }
  }
}
