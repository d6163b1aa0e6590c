package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.outbound.transfer.Origin;
import dev.davit.outbound.transfer.Pacing;
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

/** One account's OneDrive. */
public final class OneDriveStorage implements Storage {
  private final GraphClient client;
  private final Items items;
  private final Trails trails;
  private final Tools tools;

  /**
   * The storage of whoever the client speaks for.
   *
   * @param trails what listings told before, of all storages
   * @param pacing how large files are sent
   */
  public OneDriveStorage(
      GraphClient client, OneDriveSettings settings, Trails trails, Pacing pacing) {
    this.trails = trails;
    this.client = client;
    this.items = new Items(client, settings);
    this.tools = Tools.of(client, items, pacing, settings.spool());
  }

  @Override
  public String origin() {
    URI graph = client.endpoints().graph();
    return graph.getScheme() + "://" + graph.getHost() + ":" + Origin.port(graph);
  }

  @Override
  public Listing list(ListRequest request) {
    return new Lister(client, items, trails).list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return items.stat(id);
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return new Writing(tools).createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return new Reads(client, items).read(id, range);
  }

  @Override
  public Entry write(WriteRequest request) {
    return new Writing(tools).write(request);
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return new Writing(tools).recover(attempt);
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return new Moving(tools).move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    new Removing(tools).delete(id);
  }

  @Override
  public void erase(EntryId id) {
    new Removing(tools).erase(id);
  }

  @Override
  public Optional<Search> search() {
    return Optional.of(new NameSearch(client, items, trails));
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(new DriveQuotas(client));
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.of(new ChangeFeed(client, items));
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.of(new Copier(tools));
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.of(new Sessions(tools));
  }
}
