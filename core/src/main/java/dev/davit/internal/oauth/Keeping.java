package dev.davit.internal.oauth;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Connecting;
import dev.davit.internal.connections.Ending;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a provider granted, if it is enough; all in one transaction. */
public final class Keeping {
  private final Stores stores;
  private final Owners owners;
  private final Seals seals;
  private final OAuthClients clients;
  private final Connecting connecting;
  private final AuditLog audit;

  public Keeping(
      Stores stores,
      Owners owners,
      Seals seals,
      OAuthClients clients,
      Connecting connecting,
      AuditLog audit) {
    this.stores = stores;
    this.owners = owners;
    this.seals = seals;
    this.clients = clients;
    this.connecting = connecting;
    this.audit = audit;
  }

  /**
   * Adds the account, or renews the connection that the owner has of it.
   *
   * @param asked when, at the latest, the provider had not yet been asked
   * @throws CloudException if that was not possible; what had to be noted of it is by then
   */
  Connection keep(PendingOAuth flow, Grant grant, Instant asked, Actor actor) {
    OAuthTokens tokens = tokens(grant);
    Set<String> missing = clients.require(flow.provider()).missingScopes(grant.scopes());
    Outcome outcome =
        seals.audited(
            flow.owner().key(),
            actor,
            "what is kept of an account at " + flow.provider(),
            () ->
                stores.inTransaction(
                    tx ->
                        missing.isEmpty()
                            ? keep(tx, flow, grant, tokens, asked, actor)
                            : refuse(tx, flow, grant, Refusals.MISSING_SCOPE, actor)));
    if (outcome.made() == null) {
      throw Refusals.notEnough(outcome.reason(), outcome.known());
    }
    return outcome.made();
  }

  private Outcome keep(
      Transaction tx,
      PendingOAuth flow,
      Grant grant,
      OAuthTokens tokens,
      Instant asked,
      Actor actor) {
    Ending.refuseDoubtful(tx, flow.provider(), grant.subject(), asked);
    ActiveOwner owner = owners.require(tx, flow.owner());
    Secret refresh = tokens.refresh();
    if (refresh == null) {
      refresh = known(tx, flow, grant).map(known -> lasting(tx, owner, known)).orElse(null);
    }
    if (refresh == null) {
      return refuse(tx, flow, grant, Refusals.NO_REFRESH_TOKEN, actor);
    }
    OAuthTokens whole =
        new OAuthTokens(tokens.access(), refresh, tokens.expiresAt(), tokens.scopes());
    Grant kept = new Grant(whole, grant.subject(), grant.label(), grant.scopes());
    return new Outcome(connecting.keep(tx, owner, flow.provider(), kept, null, actor), null, "");
  }

  private Outcome refuse(
      Transaction tx, PendingOAuth flow, Grant grant, String reason, Actor actor) {
    ActiveOwner owner = owners.require(tx, flow.owner());
    Optional<Connection> known = known(tx, flow, grant);
    if (reason.equals(Refusals.MISSING_SCOPE)) {
      known.ifPresent(connection -> giveUp(tx, owner, connection, actor));
    }
    String detail = flow.provider() + known.map(connection -> " " + connection.id()).orElse("");
    audit.record(tx, "oauth.refused", reason, flow.owner().key(), actor, detail);
    return new Outcome(null, known.orElse(null), reason);
  }

  private static Optional<Connection> known(Transaction tx, PendingOAuth flow, Grant grant) {
    return tx.connections()
        .findBySubject(flow.owner(), flow.provider(), grant.subject())
        .filter(connection -> connection.status() != Status.DISCONNECTING);
  }

  /** Says that the account lacks a permission; a credential that was dead before stays so. */
  private void giveUp(Transaction tx, ActiveOwner owner, Connection known, Actor actor) {
    if (known.status() == Status.ACTIVE) {
      String detail = known.provider() + " " + known.id();
      audit.record(tx, "connection.requires_reauth", "ok", owner.owner().key(), actor, detail);
    }
    if (isDead(known)) {
      forgetRefreshToken(tx, owner, known);
    }
    tx.connections()
        .setStatus(owner.owner(), known.id(), Status.REQUIRES_REAUTH, Refusals.MISSING_SCOPE);
  }

  private void forgetRefreshToken(Transaction tx, ActiveOwner owner, Connection known) {
    Optional<CredentialStore.Row> row = tx.credentials().find(known.id());
    if (row.isPresent()
        && seals.openWithin(owner, known, row.get().sealed()) instanceof OAuthTokens old) {
      OAuthTokens bare = new OAuthTokens(old.access(), null, null, old.scopes());
      tx.credentials().replace(known.id(), row.get().version(), seals.seal(tx, owner, known, bare));
    }
  }

  /** The refresh token of a connection, unless the provider said that it is dead. */
  private @Nullable Secret lasting(Transaction tx, ActiveOwner owner, Connection known) {
    if (isDead(known)) {
      return null;
    }
    Optional<Credential> old =
        tx.credentials().find(known.id()).map(row -> seals.openWithin(owner, known, row.sealed()));
    return old.isPresent() && old.get() instanceof OAuthTokens tokens ? tokens.refresh() : null;
  }

  private static boolean isDead(Connection known) {
    return known.status() == Status.REQUIRES_REAUTH
        && !Refusals.MISSING_SCOPE.equals(known.statusReason());
  }

  private static OAuthTokens tokens(Grant grant) {
    if (grant.credential() instanceof OAuthTokens tokens) {
      return tokens;
    }
    throw new CloudException(ErrorKind.PROTOCOL, "The provider's adapter answered no tokens.");
  }

  /** What came of it: a connection, or why none. */
  private record Outcome(@Nullable Connection made, @Nullable Connection known, String reason) {}
}
