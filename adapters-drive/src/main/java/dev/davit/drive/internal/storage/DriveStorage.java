package dev.davit.drive.internal.storage;

import dev.davit.drive.DriveSettings;
import dev.davit.drive.internal.http.DriveClient;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account's Drive. */
public final class DriveStorage implements Storage {
  private final Root root;
  private final Desk desk;

  public DriveStorage(DriveClient client, DriveSettings settings, Pacing pacing) {
    Files files = new Files(client);
    root = new Root(client, settings);
    desk =
        new Desk(
            client, settings, files, new Folders(client, files, root), new Pages(client), pacing);
  }

  @Override
  public String origin() {
    return desk.client().endpoints().origin();
  }

  @Override
  public Listing list(ListRequest request) {
    return new Lister(desk.pages(), desk.folders(), root, new SharedDrives(desk.client()))
        .list(request);
  }

  @Override
  public Entry stat(EntryId id) {
    return desk.folders().stat(id);
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return new Writing(desk).createFolder(parent, name);
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    return new Reads(desk.client(), desk.files()).read(id, range);
  }

  @Override
  public Entry write(WriteRequest request) {
    return new Writing(desk).write(request);
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return new Writing(desk).recover(attempt);
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return new Moving(desk).move(id, folder, name, conflict);
  }

  @Override
  public void delete(EntryId id) {
    Removing.delete(desk, id);
  }

  @Override
  public void erase(EntryId id) {
    Removing.erase(desk, id);
  }

  @Override
  public Optional<Search> search() {
    return Optional.of(new NameSearch(desk.pages(), root));
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.of(new AboutQuotas(desk.client()));
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.of(new ChangeFeed(desk.client()));
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.of(new Copier(desk));
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.of(new Sessions(desk));
  }
}
