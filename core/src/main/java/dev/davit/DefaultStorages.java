package dev.davit;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.DefaultStorage;
import org.jspecify.annotations.Nullable;

/** Where the owners' new documents go. */
public final class DefaultStorages {
  DefaultStorages() {}

  /**
   * Where this owner's new documents go: what was chosen, usable or not, or else the application's
   * own storage.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if nothing was chosen and the
   *     application has no storage of its own
   */
  public DefaultStorage get(Caller caller) {
    return Pending.body();
  }

  /**
   * Chooses where new documents go, for good: should it become unusable, documents are refused with
   * the reason and never go elsewhere. Documents that are stored already stay where they are.
   *
   * @param connection null for the owner's only one at that provider; always null for the
   *     application's own storage
   * @param folder null for the top; always null for the application's own storage
   * @throws dev.davit.ports.CloudException {@code CONFLICT} with the choices if there are several
   *     connections; {@code NOT_FOUND} if there is none, or the folder is not there; {@code
   *     INVALID_REQUEST} if it is a file
   */
  public DefaultStorage set(
      Caller caller,
      ProviderId provider,
      @Nullable ConnectionId connection,
      @Nullable EntryId folder) {
    return Pending.body();
  }
}
