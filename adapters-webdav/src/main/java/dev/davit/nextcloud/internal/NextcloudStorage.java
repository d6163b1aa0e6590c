package dev.davit.nextcloud.internal;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CredentialSource;
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
import dev.davit.webdav.internal.http.Refusals;
import dev.davit.webdav.internal.http.Space;
import dev.davit.webdav.internal.http.Transport;
import dev.davit.webdav.internal.snapshot.Snapshots;
import dev.davit.webdav.internal.storage.Propfind;
import dev.davit.webdav.internal.storage.WebDavStorage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connected Nextcloud: its WebDAV, but for what it does better than that. */
public final class NextcloudStorage implements Storage {
  private final WebDavStorage dav;
  private final Propfind propfind;
  private final ChunkedWrites writes;
  private final UploadSessions sessions;
  private final Search search;

  /**
   * A storage.
   *
   * @param refusals what is asked after a refusal
   * @param spool the folder for contents whose size is not known
   * @param snapshots of large folders, shared with other storages
   * @param pauses between two looks at a file that is being assembled
   */
  public NextcloudStorage(
      Transport transport,
      OutboundGuard guard,
      CredentialSource credentials,
      Refusals refusals,
      Path spool,
      Snapshots snapshots,
      Pauses pauses) {
    Function<Space, DavClient> clients =
        space -> new DavClient(transport, guard, credentials, space, Spaces.FILES, refusals);
    DavClient files = clients.apply(Spaces.FILES);
    propfind = Propfind.ofNextcloud(files);
    dav = new WebDavStorage(files, propfind, spool, snapshots);
    Chunks chunks = new Chunks(clients.apply(Spaces.UPLOADS));
    Arrival arrival = new Arrival(files, propfind);
    writes = new ChunkedWrites(chunks, arrival, pauses, spool);
    sessions = new ChunkedSessions(chunks, arrival, pauses);
    search = new NameSearch(clients.apply(Spaces.ALL), credentials);
  }

  @Override
  public String origin() {
    return dav.origin();
  }

  @Override
  public Listing list(ListRequest request) {
    return dav.list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return dav.stat(id);
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return dav.createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return dav.read(id, range);
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
    return dav.move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    dav.delete(id);
  }

  @Override
  public void erase(EntryId id) {
    dav.erase(id);
  }

  @Override
  public Optional<Search> search() {
    return Optional.of(search);
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(this::quota);
  }

  private Quotas.Quota quota() {
    Resource.Room room = propfind.quota().resource().quota();
    return new Quotas.Quota(room.used(), room.available(), room.unlimited());
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
    return Optional.of(sessions);
  }
}
