package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Asked;
import dev.davit.internal.credentials.FreshCredentials;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.FarSide;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Finds connections by their owner, always, and opens them. */
public final class ConnectionAccess {
  private final Stores stores;
  private final Owners owners;
  private final ProviderRegistry providers;
  private final ProviderCalls calls;
  private final FreshCredentials credentials;

  public ConnectionAccess(
      Stores stores,
      Owners owners,
      ProviderRegistry providers,
      ProviderCalls calls,
      FreshCredentials credentials) {
    this.stores = stores;
    this.owners = owners;
    this.providers = providers;
    this.calls = calls;
    this.credentials = credentials;
  }

  /** The owner's connection of that id; another owner's is not there. */
  public Found find(OwnerId owner, ConnectionId id) {
    return stores.reading(tx -> find(tx, owner, id));
  }

  /** As {@link #find(OwnerId, ConnectionId)}, in a transaction that has begun. */
  public Found find(Transaction tx, OwnerId id, ConnectionId connection) {
    return owners
        .find(tx, id)
        .flatMap(
            owner ->
                tx.connections()
                    .find(owner.owner(), connection)
                    .map(found -> new Found(owner, found, tx.now())))
        .orElseThrow(Problems::noSuchConnection);
  }

  /** Opens the storage of a connection for reading and writing, and notes that it is used. */
  public OpenedStorage open(Found found, Actor actor) {
    Use.WORK.check(found.connection());
    OpenedStorage storage = open(found, credentials(found, Use.WORK, actor));
    noteUse(found);
    return storage;
  }

  /**
   * Lists something of a connection.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} also if the connection was taken down,
   *     on any node, while the provider was at it
   */
  public <T> T list(
      Found found, Actor actor, Operation operation, Function<? super Storage, ? extends T> work) {
    T answer = open(found, actor).call(operation, work);
    Found still = find(found.owner().owner().id(), found.connection().id());
    Use.CHECK.check(still.connection());
    return answer;
  }

  /**
   * Opens the storage of a connection that is left, or whose owner is being purged, to take out
   * what is in it.
   *
   * @throws dev.davit.ports.CloudException {@code UNAVAILABLE} if it is not there
   */
  public OpenedStorage openForCleaning(Owner owner, ConnectionId id) {
    Found found =
        stores.reading(
            tx ->
                tx.connections()
                    .find(owner, id)
                    .map(
                        connection ->
                            new Found(owners.requireForCleaning(tx, owner), connection, tx.now()))
                    .orElseThrow(ConnectionAccess::isChanging));
    return open(found, credentials(found, Use.PURGE, Actor.DAVIT));
  }

  private static CloudException isChanging() {
    return new CloudException(ErrorKind.UNAVAILABLE, "The connection has just gone. Try again.");
  }

  /** Opens the storage of a connection with credentials that the caller keeps an eye on. */
  OpenedStorage open(Found found, StoredCredentials source) {
    Connection connection = found.connection();
    StorageProvider provider = providers.require(connection.provider());
    FarSide far =
        new FarSide(
            connection.provider(),
            connection.id().value(),
            source::refused,
            provider.authentication() instanceof Authentication.OAuth ? source::current : () -> {},
            source::threw);
    return new OpenedStorage(calls, far, provider.open(source));
  }

  StoredCredentials credentials(Found found, Use use, Actor actor) {
    return credentials(found.connection(), use, actor);
  }

  /** The credentials of a connection, for some use. */
  public StoredCredentials credentials(Connection connection, Use use, Actor actor) {
    return new StoredCredentials(
        credentials, new Asked(connection.owner(), connection.id(), use, actor));
  }

  /** Makes every listing of a connection stale; nothing happens once it is gone. */
  public void raiseEpoch(Found found) {
    stores.inTransaction(
        tx -> tx.connections().raiseEpoch(found.owner().owner(), found.connection().id()));
  }

  private void noteUse(Found found) {
    Connection connection = found.connection();
    Instant last = connection.lastUsedAt();
    Instant now = found.asOf().truncatedTo(ChronoUnit.MINUTES);
    if (last == null || last.isBefore(now)) {
      stores.inTransaction(
          tx -> tx.connections().touch(found.owner().owner(), connection.id(), now));
    }
  }
}
