package dev.davit;

import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.ConnectionChoice;
import dev.davit.internal.connections.Found;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.input.Problems;
import dev.davit.internal.listing.ChangeLists;
import dev.davit.internal.listing.Listings;
import dev.davit.internal.listing.Searches;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.IdSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is in the owners' storages. Fails as {@code Storage} does; besides with {@code NOT_FOUND}
 * for a connection that is not this owner's or is being taken down, and {@code REAUTH_REQUIRED} for
 * one whose credential the provider refuses.
 */
public final class Files {
  private static final int LONGEST_NAME = 1024;

  private final ConnectionAccess access;
  private final ConnectionChoice choice;
  private final Listings listings;
  private final Searches searches;
  private final ChangeLists changes;
  private final IdSource ids;

  Files(
      ConnectionAccess access,
      ConnectionChoice choice,
      Listings listings,
      Searches searches,
      ChangeLists changes,
      IdSource ids) {
    this.access = access;
    this.choice = choice;
    this.listings = listings;
    this.searches = searches;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * One page of a folder of a provider. Without a connection the owner's only one there is meant,
   * whatever its status.
   *
   * @throws dev.davit.ports.CloudException {@code CONFLICT} with the choices if there are several;
   *     {@code NOT_FOUND} if there is none
   */
  public EntryPage folder(
      Caller caller, ProviderId provider, @Nullable ConnectionId connection, FolderQuery query) {
    return list(caller, choice.choose(caller.owner(), provider, connection), query);
  }

  /**
   * One page of a folder.
   *
   * @throws dev.davit.ports.CloudException {@code INVALID_CURSOR}, without a call to the provider,
   *     if the page token is not one for this owner, connection, folder and limit
   */
  public EntryPage list(Caller caller, ConnectionId connection, FolderQuery query) {
    return list(caller, access.find(caller.owner(), connection), query);
  }

  /**
   * One page of what matches some words; by name at least, by content where the provider does.
   *
   * @throws dev.davit.ports.CloudException {@code UNSUPPORTED} where the provider can't search;
   *     {@code INVALID_CURSOR}, without a call to the provider, if the page token is not one for
   *     this owner, connection, words and limit
   */
  public EntryPage search(Caller caller, ConnectionId connection, SearchQuery query) {
    Found found = access.find(caller.owner(), connection);
    String words = query.words();
    Listing listing =
        searches.find(found, words, query.limit(), query.pageToken(), caller.toActor());
    String next = searches.next(found, words, query.limit(), listing);
    return new EntryPage(listing.entries(), next, connection);
  }

  /**
   * What changed since a point in time. Without a page token that is now: an empty page, with the
   * token to ask with later.
   *
   * @param pageToken from the page before, however long ago
   * @throws dev.davit.ports.CloudException {@code UNSUPPORTED} where the provider does not keep
   *     track; {@code INVALID_CURSOR} if the token is not one for this owner and connection, or the
   *     provider no longer knows that point: list everything anew, and start without one
   */
  public ChangePage changes(Caller caller, ConnectionId connection, @Nullable String pageToken) {
    Found found = access.find(caller.owner(), connection);
    Changes.Page page = changes.since(found, pageToken, caller.toActor());
    return new ChangePage(page.changes(), changes.next(found, page), page.more(), connection);
  }

  /** What the provider knows of an entry now. */
  public Entry stat(Caller caller, ConnectionId connection, EntryId id) {
    return open(caller, connection).call(Operation.STAT, storage -> storage.stat(id));
  }

  /** Opens a file, or a part of it, for reading; the caller closes it. */
  public Download read(
      Caller caller, ConnectionId connection, EntryId id, @Nullable ByteRange range) {
    return open(caller, connection).call(Operation.READ, storage -> storage.read(id, range));
  }

  /** Writes a file. */
  public Entry write(Caller caller, ConnectionId connection, NewFile file) {
    String type = file.contentType();
    WriteRequest request =
        new WriteRequest(
            new WriteAttempt(file.folder(), Inputs.name(file.name(), LONGEST_NAME), ids.next()),
            file.content(),
            type == null ? null : Inputs.mediaType(type),
            file.conflict(),
            file.ifMatch());
    return change(caller, connection, Operation.WRITE, storage -> storage.write(request));
  }

  /** Makes a folder. */
  public Entry createFolder(Caller caller, ConnectionId connection, EntryId parent, String name) {
    String checked = Inputs.name(name, LONGEST_NAME);
    return change(
        caller,
        connection,
        Operation.CREATE_FOLDER,
        storage -> storage.createFolder(parent, checked));
  }

  /** Moves or renames an entry within its storage. */
  public Entry move(
      Caller caller,
      ConnectionId connection,
      EntryId id,
      EntryId folder,
      String name,
      ConflictPolicy conflict) {
    String checked = Inputs.name(name, LONGEST_NAME);
    return change(
        caller, connection, Operation.MOVE, storage -> storage.move(id, folder, checked, conflict));
  }

  /**
   * Copies a file, or a folder with all that is in it, within its storage, and waits for it.
   *
   * @return the copy
   * @throws dev.davit.ports.CloudException {@code UNSUPPORTED} where the provider can't copy
   */
  public Entry copy(
      Caller caller,
      ConnectionId connection,
      EntryId id,
      EntryId folder,
      String name,
      ConflictPolicy conflict) {
    String checked = Inputs.name(name, LONGEST_NAME);
    return change(
        caller,
        connection,
        Operation.COPY,
        storage ->
            storage.copying().orElseThrow(Files::noCopy).copy(id, folder, checked, conflict));
  }

  /** Removes a file, or a folder with all that is in it. */
  public void delete(Caller caller, ConnectionId connection, EntryId id) {
    change(
        caller,
        connection,
        Operation.DELETE,
        storage -> {
          storage.delete(id);
          return true;
        });
  }

  /**
   * How much room there is.
   *
   * @throws dev.davit.ports.CloudException {@code UNSUPPORTED} where the provider does not say so
   */
  public Quotas.Quota quota(Caller caller, ConnectionId connection) {
    return open(caller, connection)
        .call(Operation.QUOTA, storage -> storage.quotas().orElseThrow(Files::noQuota).quota());
  }

  private EntryPage list(Caller caller, Found found, FolderQuery query) {
    ListRequest request = listings.request(found, query.folder(), query.limit(), query.pageToken());
    Listing listing = listings.list(found, request, query.refresh(), caller.toActor());
    return new EntryPage(
        listing.entries(), listings.next(found, request, listing), found.connection().id());
  }

  private OpenedStorage open(Caller caller, ConnectionId connection) {
    return access.open(access.find(caller.owner(), connection), caller.toActor());
  }

  /**
   * A call that may have changed something however it ended, so that listings are stale after it.
   */
  private <T> T change(
      Caller caller,
      ConnectionId connection,
      Operation operation,
      Function<? super Storage, ? extends T> work) {
    Found found = access.find(caller.owner(), connection);
    OpenedStorage storage = access.open(found, caller.toActor());
    T result;
    try {
      result = storage.call(operation, work);
    } catch (RuntimeException failure) {
      raiseEpoch(found, failure);
      throw failure;
    }
    access.raiseEpoch(found);
    return result;
  }

  private void raiseEpoch(Found found, RuntimeException failure) {
    try {
      access.raiseEpoch(found);
    } catch (CloudException later) {
      failure.addSuppressed(later);
    }
  }

  private static CloudException noQuota() {
    return Problems.unsupported("This provider does not say how much room there is.", "quota");
  }

  private static CloudException noCopy() {
    return Problems.unsupported("This provider can't copy.", "copy");
  }
}
