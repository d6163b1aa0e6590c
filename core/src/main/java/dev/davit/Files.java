package dev.davit;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas;
import org.jspecify.annotations.Nullable;

/**
 * What is in the owners' storages. Fails as {@code Storage} does; besides with {@code NOT_FOUND}
 * for a connection that is not this owner's or is being taken down, and {@code REAUTH_REQUIRED} for
 * one whose credential the provider refuses.
 */
public final class Files {
  Files() {}

  /**
   * One page of a folder of a provider. Without a connection the owner's only one there is meant,
   * whatever its status.
   *
   * @throws dev.davit.ports.CloudException {@code CONFLICT} with the choices if there are several;
   *     {@code NOT_FOUND} if there is none
   */
  public EntryPage folder(
      Caller caller, ProviderId provider, @Nullable ConnectionId connection, FolderQuery query) {
    return Pending.body();
  }

  /**
   * One page of a folder.
   *
   * @throws dev.davit.ports.CloudException {@code INVALID_CURSOR}, without a call to the provider,
   *     if the page token is not one for this owner, connection, folder and limit
   */
  public EntryPage list(Caller caller, ConnectionId connection, FolderQuery query) {
    return Pending.body();
  }

  /** What the provider knows of an entry now. */
  public Entry stat(Caller caller, ConnectionId connection, EntryId id) {
    return Pending.body();
  }

  /** Opens a file, or a part of it, for reading; the caller closes it. */
  public Download read(
      Caller caller, ConnectionId connection, EntryId id, @Nullable ByteRange range) {
    return Pending.body();
  }

  /** Writes a file. */
  public Entry write(Caller caller, ConnectionId connection, NewFile file) {
    return Pending.body();
  }

  /** Makes a folder. */
  public Entry createFolder(Caller caller, ConnectionId connection, EntryId parent, String name) {
    return Pending.body();
  }

  /** Moves or renames an entry within its storage. */
  public Entry move(
      Caller caller,
      ConnectionId connection,
      EntryId id,
      EntryId folder,
      String name,
      ConflictPolicy conflict) {
    return Pending.body();
  }

  /** Removes a file, or a folder with all that is in it. */
  public void delete(Caller caller, ConnectionId connection, EntryId id) {
    Pending.body();
  }

  /**
   * How much room there is.
   *
   * @throws dev.davit.ports.CloudException {@code UNSUPPORTED} where the provider does not say so
   */
  public Quotas.Quota quota(Caller caller, ConnectionId connection) {
    return Pending.body();
  }
}
