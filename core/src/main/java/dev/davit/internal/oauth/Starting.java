package dev.davit.internal.oauth;

import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.input.Problems;
import dev.davit.internal.logins.StartLimit;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.IdSource;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.ports.storage.OAuthClient.AuthorizationRequest;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins a connect: notes it, and says where to send the user's browser. */
public final class Starting {
  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final OAuthClients clients;
  private final PendingOAuths pending;
  private final StartLimit limit;
  private final IdSource ids;

  public Starting(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      OAuthClients clients,
      PendingOAuths pending,
      StartLimit limit,
      IdSource ids) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.clients = clients;
    this.pending = pending;
    this.limit = limit;
    this.ids = ids;
  }

  /** Whether a provider is connected this way. */
  public boolean has(ProviderId provider) {
    return clients.has(provider);
  }

  /**
   * Begins a connect.
   *
   * @param binding what the browser that begins it will hold; null if it can't hold anything
   * @param reconnect whose account is proposed; null for none
   */
  public Begun run(
      OwnerId id,
      String actor,
      ProviderId provider,
      @Nullable Secret binding,
      @Nullable ConnectionId reconnect) {
    OAuthClient client = clients.require(provider);
    Owner expected = stores.reading(tx -> owners.expected(tx, id));
    String account = reconnect == null ? null : account(id, provider, reconnect);
    limit.count("oauth", id);
    Secret state = States.fresh(ids);
    Secret verifier = States.fresh(ids);
    URI redirect = clients.redirect(provider);
    URI page =
        client.authorizationUri(
            new AuthorizationRequest(state, States.challenge(verifier), redirect, account));
    Secret bound = binding == null ? null : States.ofBinding(binding);
    pending.put(
        States.ofState(provider, state),
        new PendingOAuth(owner(expected), actor, provider, redirect, verifier, bound, null),
        PendingOAuths.LIFETIME);
    return new Begun(state, page);
  }

  private Owner owner(Owner expected) {
    Optional<ActiveOwner> known =
        stores.reading(
            tx -> owners.find(tx, expected.id()).filter(found -> found.owner().equals(expected)));
    return known
        .orElseGet(() -> stores.inTransaction(tx -> owners.findOrAdd(tx, expected)))
        .owner();
  }

  private @Nullable String account(OwnerId id, ProviderId provider, ConnectionId reconnect) {
    Connection connection = access.find(id, reconnect).connection();
    Use.CHECK.check(connection);
    if (!connection.provider().equals(provider)) {
      throw Problems.field("connection_id", "This connection is at another provider.");
    }
    return connection.accountLabel().isEmpty() ? null : connection.accountLabel();
  }

  /** A connect that has begun. */
  public record Begun(Secret state, URI page) {}
}
