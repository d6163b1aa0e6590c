package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner's new documents go: what was chosen or the application's own storage, and never
 * one because the other can't be used.
 */
public final class Targets {
  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final ProviderRegistry providers;
  private final OwnerFolders folders;

  public Targets(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      ProviderRegistry providers,
      OwnerFolders folders) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.providers = providers;
    this.folders = folders;
  }

  Target resolve(OwnerId id, Actor actor) {
    ActiveOwner owner = stores.inTransaction(tx -> owners.findOrAdd(tx, id));
    return resolve(owner, stores.reading(tx -> chosen(tx, owner.owner())), actor);
  }

  /** Where a document goes that leaves the connection that it is in. */
  Target beside(Document document) {
    ActiveOwner owner = stores.reading(tx -> owners.require(tx, document.owner()));
    return resolve(
        owner,
        stores.reading(tx -> elsewhere(tx, document.owner(), document.connection())),
        Actor.DAVIT);
  }

  /**
   * Refuses if there is nowhere for documents that leave a connection.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT}
   */
  public void requireElsewhere(Transaction tx, Owner owner, ConnectionId left) {
    if (elsewhere(tx, owner, left).isEmpty() && providers.application().isEmpty()) {
      throw new CloudException(
          ErrorKind.CONFLICT,
          "There is nowhere to move the documents to. Choose another default storage first.");
    }
  }

  private static Optional<DefaultStorage> chosen(Transaction tx, Owner owner) {
    return tx.ownerSettings().defaultStorage(owner);
  }

  private static Optional<DefaultStorage> elsewhere(
      Transaction tx, Owner owner, @Nullable ConnectionId left) {
    return chosen(tx, owner).filter(choice -> left == null || !left.equals(choice.connection()));
  }

  private Target resolve(ActiveOwner owner, Optional<DefaultStorage> chosen, Actor actor) {
    if (chosen.isEmpty()) {
      return application(owner, providers.application().orElseThrow(Targets::nothingChosen));
    }
    DefaultStorage choice = chosen.get();
    ConnectionId connection = choice.connection();
    return connection == null
        ? application(owner, choice.provider())
        : connected(choice, find(owner.owner().id(), connection), actor);
  }

  private Target connected(DefaultStorage choice, Found found, Actor actor) {
    return new Target(
        found.owner().owner(),
        choice.provider(),
        found.connection().id(),
        choice.folder(),
        open(found, actor));
  }

  private Target application(ActiveOwner owner, ProviderId provider) {
    OpenedStorage storage = providers.openApplication(provider);
    return new Target(
        owner.owner(), provider, null, folders.find(owner.owner(), provider, storage), storage);
  }

  private Found find(OwnerId owner, ConnectionId connection) {
    try {
      return access.find(owner, connection);
    } catch (CloudException failure) {
      throw unusable(failure);
    }
  }

  private OpenedStorage open(Found found, Actor actor) {
    try {
      return access.open(found, actor);
    } catch (CloudException failure) {
      throw unusable(failure);
    }
  }

  /** The default storage that is not there is not what the caller asked for: it is in the way. */
  static CloudException unusable(CloudException failure) {
    return failure.kind() == ErrorKind.NOT_FOUND
        ? new CloudException(
            ErrorKind.CONFLICT,
            "The default storage is no longer connected. Choose another one.",
            failure)
        : failure;
  }

  private static CloudException nothingChosen() {
    return new CloudException(
        ErrorKind.CONFLICT, "There is nowhere to store documents yet. Choose a default storage.");
  }
}
