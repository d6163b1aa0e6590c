package dev.davit;

import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.ConnectionChoice;
import dev.davit.internal.connections.Found;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import org.jspecify.annotations.Nullable;

/** Where the owners' new documents go. */
public final class DefaultStorages {
  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final ConnectionChoice choice;
  private final ProviderRegistry providers;

  DefaultStorages(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      ConnectionChoice choice,
      ProviderRegistry providers) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.choice = choice;
    this.providers = providers;
  }

  /**
   * Where this owner's new documents go: what was chosen, usable or not, or else the application's
   * own storage.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if nothing was chosen and the
   *     application has no storage of its own
   */
  public DefaultStorage get(Caller caller) {
    return stores
        .reading(
            tx ->
                owners
                    .find(tx, caller.owner())
                    .flatMap(owner -> tx.ownerSettings().defaultStorage(owner.owner())))
        .or(() -> providers.application().map(DefaultStorages::own))
        .orElseThrow(DefaultStorages::nothingChosen);
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
    return providers.application().filter(provider::equals).isPresent()
        ? setOwn(caller, provider, connection, folder)
        : setConnected(
            caller,
            choice.choose(caller.owner(), provider, connection),
            folder == null ? EntryId.ROOT : folder);
  }

  private DefaultStorage setOwn(
      Caller caller,
      ProviderId provider,
      @Nullable ConnectionId connection,
      @Nullable EntryId folder) {
    if (connection != null || (folder != null && !folder.equals(EntryId.ROOT))) {
      throw Problems.field(
          connection != null ? "connection_id" : "folder_id",
          "The application's own storage has neither connections nor folders to choose from.");
    }
    return stores.inTransaction(
        tx -> set(tx, owners.findOrAdd(tx, caller.owner()).owner(), own(provider)));
  }

  private DefaultStorage setConnected(Caller caller, Found found, EntryId folder) {
    ConnectionId id = found.connection().id();
    Entry entry =
        access.open(found, caller.toActor()).call(Operation.STAT, storage -> storage.stat(folder));
    if (!entry.isFolder()) {
      throw Problems.field("folder_id", "Documents can be stored in a folder only.");
    }
    return stores.inTransaction(
        tx -> {
          Found still = access.find(tx, caller.owner(), id);
          Use.CHECK.check(still.connection());
          DefaultStorage chosen = new DefaultStorage(found.connection().provider(), id, folder);
          return set(tx, still.owner().owner(), chosen);
        });
  }

  private static DefaultStorage set(Transaction tx, Owner owner, DefaultStorage chosen) {
    tx.ownerSettings().setDefaultStorage(owner, chosen);
    return chosen;
  }

  private static DefaultStorage own(ProviderId provider) {
    return new DefaultStorage(provider, null, EntryId.ROOT);
  }

  private static CloudException nothingChosen() {
    return new CloudException(ErrorKind.NOT_FOUND, "No default storage was chosen yet.");
  }
}
