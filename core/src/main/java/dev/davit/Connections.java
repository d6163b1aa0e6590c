package dev.davit;

import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Check;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.FieldConnect;
import dev.davit.internal.connections.Found;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.leaving.Disconnection;
import dev.davit.internal.logins.Begun;
import dev.davit.internal.logins.Logins;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The owners' accounts at providers. Whatever belongs to another owner is answered exactly as what
 * does not exist: {@code NOT_FOUND}.
 */
public final class Connections {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final FieldConnect connect;
  private final Logins logins;
  private final Check check;
  private final Disconnection disconnection;
  private final AuditLog audit;

  Connections(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      FieldConnect connect,
      Logins logins,
      Check check,
      Disconnection disconnection,
      AuditLog audit) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.connect = connect;
    this.logins = logins;
    this.check = check;
    this.disconnection = disconnection;
    this.audit = audit;
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

  /**
   * Begins a log-in on the server's own page (Nextcloud's Login Flow v2): send the user to the
   * page, and ask with {@link #pollLogin} until it is decided. What the user grants and nobody
   * fetches is revoked when its time is over.
   *
   * @param serverUrl as the user typed it
   * @param displayName 1 to 100 characters; null: the name it has, or else the account's label
   * @throws dev.davit.ports.CloudException whatever {@code PageLogin.start} says; {@code NOT_FOUND}
   *     for an unknown provider; {@code INVALID_REQUEST} for one without such a page, or a bad
   *     name; {@code RATE_LIMITED} beyond 20 in ten minutes; {@code UNAVAILABLE} if it could not be
   *     noted
   */
  public StartedLogin startLogin(
      Caller caller, ProviderId provider, String serverUrl, @Nullable String displayName) {
    String name = displayName == null ? null : Inputs.displayName(displayName);
    Begun begun = logins.start(caller.owner(), provider, serverUrl, name);
    return new StartedLogin(begun.handle(), begun.page(), begun.lifetime(), INTERVAL);
  }

  /**
   * Asks after a log-in. Of any number of calls at once one asks the provider, and no sooner than a
   * second after the last; once connected, every further call answers the same connection. An
   * account that this owner has connected already is renewed, as {@link #connect} does.
   *
   * @param flow from {@link #startLogin}
   * @return the connection; empty as long as the user has not decided
   * @throws dev.davit.ports.CloudException {@code INVALID_FLOW} for one that is unknown, denied,
   *     over, another owner's or another provider's; {@code NOT_FOUND} for an unknown provider;
   *     whatever else {@code PageLogin.poll} says; {@code CONFLICT} while that very account is
   *     being disconnected; {@code UNAVAILABLE} if what was granted can't be kept now. Unless it is
   *     {@code INVALID_FLOW}, asking again may help: nothing that was granted is lost meanwhile
   */
  public Optional<Connection> pollLogin(Caller caller, ProviderId provider, Secret flow) {
    return logins.poll(caller.owner(), provider, flow, caller.toActor());
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

  /** As {@link #disconnect(Caller, ConnectionId, DocumentsThen)}, {@link DocumentsThen#ASK}. */
  public boolean disconnect(Caller caller, ConnectionId id) {
    return disconnect(caller, id, DocumentsThen.ASK);
  }

  /**
   * Takes a connection down: from now on nothing reads or writes through it, the credential is
   * revoked where the provider lets one and no other connection uses it, and then removed; at once,
   * or by a job if documents are in it or the provider is out of reach. May be called again at any
   * time, and then with another wish for the documents that are still there.
   *
   * <p>A document that can't be moved or deleted, after about a day of trying if that may help,
   * keeps the connection: it is active again, with the status reason {@code disconnect_failed}.
   * What was moved or deleted by then stays so.
   *
   * @return whether it is gone; otherwise {@link #get} says that it is being taken down, and {@link
   *     #documentsIn} how many documents are still in it
   * @throws dev.davit.ports.CloudException {@code CONFLICT} with their count if documents are in it
   *     and nothing is said of them, or there is nowhere to move them to; {@code REAUTH_REQUIRED}
   *     if its provider lets nobody move or delete them; {@code NOT_FOUND} once it is gone
   */
  public boolean disconnect(Caller caller, ConnectionId id, DocumentsThen then) {
    return disconnection.run(access.find(caller.owner(), id), then.parting(), caller.toActor());
  }

  /** How many documents are in a connection; {@code NOT_FOUND} if it is not this owner's. */
  public long documentsIn(Caller caller, ConnectionId id) {
    return stores.reading(
        tx -> {
          Found found = access.find(tx, caller.owner(), id);
          return tx.documents().count(found.owner().owner(), id);
        });
  }

  /**
   * All of an owner's connections, for those who look after the server; audited.
   *
   * @param by who asks
   */
  public List<Connection> listOf(OwnerId owner, Caller by) {
    stores.inTransaction(
        tx -> {
          String key = owners.find(tx, owner).map(found -> found.owner().key()).orElse("");
          audit.record(tx, "admin.connections_listed", "ok", key, by.toActor(), "");
          return key;
        });
    return listOf(owner);
  }

  private List<Connection> listOf(OwnerId owner) {
    return stores.reading(
        tx ->
            owners
                .find(tx, owner)
                .map(active -> tx.connections().list(active.owner()))
                .orElse(List.of()));
  }
}
