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
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bucket as a storage: each call to the class that knows it. */
final class S3Storage implements Storage {
  private final String origin;
  private final S3Places places;
  private final S3Lister lister;
  private final S3Reader reader;
  private final S3Writer writer;
  private final S3Remover remover;
  private final S3Mover mover;
  private final S3Sessions sessions;

  S3Storage(URI endpoint, S3Bucket bucket, S3Patience patience) {
    origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    places = new S3Places(bucket);
    lister = new S3Lister(bucket, places);
    reader = new S3Reader(bucket, places);
    writer = new S3Writer(bucket, places, patience);
    remover = new S3Remover(bucket, places, patience.pacing().pauses());
    mover = new S3Mover(bucket, places, remover, patience);
    sessions = new S3Sessions(bucket, places, patience);
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Listing list(ListRequest request) {
    return lister.list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return places.stat(S3Names.path(id));
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return writer.createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return reader.read(S3Names.path(id), range);
  }

  @Override
  public Entry write(WriteRequest request) {
    return writer.write(request);
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return writer.recover(attempt);
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return mover.move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    remover.delete(DiskMover.movable(S3Names.path(id)));
  }

  @Override
  public Optional<Search> search() {
    return Optional.empty();
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.empty();
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.empty();
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.of(mover);
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.of(sessions);
  }
}
