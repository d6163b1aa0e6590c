package dev.davit;

import dev.davit.internal.connections.Check;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Disconnection;
import dev.davit.internal.connections.FieldConnect;
import dev.davit.internal.connections.Found;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owners' accounts at providers. Whatever belongs to another owner is answered exactly as what
 * does not exist: {@code NOT_FOUND}.
 */
public final class Connections {
  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final FieldConnect connect;
  private final Check check;
  private final Disconnection disconnection;

  Connections(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      FieldConnect connect,
      Check check,
      Disconnection disconnection) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.connect = connect;
    this.check = check;
    this.disconnection = disconnection;
  }

  /**
   * Connects an account by the fields that the user typed. They are tried at the provider first;
   * nothing is kept unless it accepts them. An account that this owner has connected already, known
   * by its subject, keeps its id: it gets the new credential and is active again.
   *
   * @param displayName 1 to 100 characters; null: the name it has, or else the account's label
   * @throws dev.davit.ports.CloudException whatever {@code FieldLogin.verify} says; {@code
   *     NOT_FOUND} for an unknown provider; {@code INVALID_REQUEST} for one that is not connected
   *     by fields, or a bad name; {@code CONFLICT} while that very account is being disconnected
   */
  public Connection connect(
      Caller caller, ProviderId provider, SecretFields fields, @Nullable String displayName) {
    String name = displayName == null ? null : Inputs.displayName(displayName);
    return connect.run(caller.owner(), provider, Inputs.fields(fields), name, caller.toActor());
  }

  /** All of the owner's connections, oldest first. */
  public List<Connection> list(Caller caller) {
    return listOf(caller.owner());
  }

  /** One connection; {@code NOT_FOUND} if it is not this owner's. */
  public Connection get(Caller caller, ConnectionId id) {
    return access.find(caller.owner(), id).connection();
  }

  /** Gives it another display name, 1 to 100 characters. */
  public Connection rename(Caller caller, ConnectionId id, String displayName) {
    String name = Inputs.displayName(displayName);
    return stores.inTransaction(
        tx -> {
          Found found = access.find(tx, caller.owner(), id);
          String label = found.connection().accountLabel();
          tx.connections().rename(found.owner().owner(), id, name, label);
          return access.find(tx, caller.owner(), id).connection();
        });
  }

  /**
   * Asks the provider now whether it still accepts the credential, and notes what it says. A
   * connection that requires a new log-in and works after all is active again.
   *
   * @return the connection, active or in need of a new log-in
   * @throws dev.davit.ports.CloudException {@code UNAVAILABLE} and its like, if the provider gave
   *     no answer: then nothing was changed
   */
  public Connection check(Caller caller, ConnectionId id) {
    check.run(access.find(caller.owner(), id), caller.toActor());
    return get(caller, id);
  }

  /**
   * Takes a connection down: from now on nothing reads or writes through it, the credential is
   * revoked where the provider lets one, and then removed; at once, or by a job if the provider is
   * out of reach. May be called again at any time.
   *
   * @throws dev.davit.ports.CloudException {@code CONFLICT} while documents are in it; {@code
   *     NOT_FOUND} once it is gone
   */
  public void disconnect(Caller caller, ConnectionId id) {
    disconnection.run(access.find(caller.owner(), id), caller.toActor());
  }

  /** All of an owner's connections, for those who look after the server. */
  public List<Connection> listOf(OwnerId owner) {
    return stores.reading(
        tx ->
            owners
                .find(tx, owner)
                .map(active -> tx.connections().list(active.owner()))
                .orElse(List.of()));
  }
}
