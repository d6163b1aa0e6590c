package dev.davit.webdav.internal.storage;

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
import dev.davit.webdav.internal.dav.Resource;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connected WebDAV server. */
public final class WebDavStorage implements Storage {
  private final DavClient client;
  private final Propfind propfind;
  private final Paths paths;
  private final Lister lister;
  private final Reads reads;
  private final Writes writes;
  private final Changers changers;

  /**
   * A storage.
   *
   * @param spool the folder for contents whose size is not known
   * @param snapshots of large folders, shared with other storages
   */
  public WebDavStorage(DavClient client, Path spool, Snapshots snapshots) {
    this(client, new Propfind(client), spool, snapshots);
  }

  /** A storage of whose entries something else is asked, too. */
  public WebDavStorage(DavClient client, Propfind propfind, Path spool, Snapshots snapshots) {
    this.client = client;
    this.propfind = propfind;
    paths = new Paths(propfind);
    lister = new Lister(client, propfind, paths, snapshots);
    reads = new Reads(client, propfind, paths);
    Mover mover = new Mover(client, propfind);
    writes = new Writes(client, propfind, paths, mover, spool);
    changers = new Changers(client, propfind, paths, mover);
  }

  @Override
  public String origin() {
    return client.origin();
  }

  @Override
  public Listing list(ListRequest request) {
    return lister.list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return paths.found(id).entry();
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return changers.createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return reads.read(id, range);
  }

  @Override
  public Entry write(WriteRequest request) {
    return writes.write(request);
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return writes.recover(attempt);
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return changers.move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    changers.delete(id);
  }

  @Override
  public void erase(EntryId id) {
    changers.erase(id);
  }

  @Override
  public Optional<Search> search() {
    return Optional.empty();
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(this::quota);
  }

  private Quotas.Quota quota() {
    Resource.Room room = propfind.quota().resource().quota();
    return new Quotas.Quota(room.used(), room.available(), false);
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
}
