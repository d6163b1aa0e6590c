package dev.davit.internal.oauth;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.ports.CloudException;
import dev.davit.ports.IdSource;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connect, one way or another: it is taken out of the store before anything of the answer is
 * looked at, so nothing of it can be tried a second time.
 */
public final class Ending {
  private static final String BINDING_MISMATCH = "oauth.binding_mismatch";
  private static final String ISSUER_MISMATCH = "oauth.issuer_mismatch";

  private final Stores stores;
  private final OAuthClients clients;
  private final PendingOAuths pending;
  private final Exchange exchange;
  private final AuditLog audit;
  private final IdSource ids;

  public Ending(
      Stores stores,
      OAuthClients clients,
      PendingOAuths pending,
      Exchange exchange,
      AuditLog audit,
      IdSource ids) {
    this.stores = stores;
    this.clients = clients;
    this.pending = pending;
    this.exchange = exchange;
    this.audit = audit;
    this.ids = ids;
  }

  /** Finishes what the browser with this binding began. */
  public Connection finish(
      Returned answer, @Nullable Secret binding, @Nullable OwnerId signedIn, String requestId) {
    PendingOAuth flow = take(answer);
    if (!flow.isBoundTo(binding) || (signedIn != null && !isOf(flow, signedIn))) {
      throw refused(flow, BINDING_MISMATCH, somebody(signedIn, requestId));
    }
    return exchange.run(flow, code(flow, answer, requestId), new Actor(flow.actor(), requestId));
  }

  /** Keeps the code of what another site began. */
  public Secret park(Returned answer, String requestId) {
    PendingOAuth flow = take(answer);
    if (flow.binding() != null) {
      throw refused(flow, BINDING_MISMATCH, somebody(null, requestId));
    }
    Secret code = code(flow, answer, requestId);
    Secret handle = States.fresh(ids);
    pending.put(States.ofHandle(handle), flow.parked(code), PendingOAuths.PARKED);
    return handle;
  }

  /** Finishes what was parked, for the owner who began it. */
  public Connection complete(OwnerId owner, Secret handle, Actor actor) {
    PendingOAuth flow = pending.take(States.ofHandle(handle));
    Secret code = flow.code();
    if (code == null || !isOf(flow, owner)) {
      throw refused(flow, BINDING_MISMATCH, actor);
    }
    return exchange.run(flow, code, actor);
  }

  private PendingOAuth take(Returned answer) {
    clients.require(answer.provider());
    return pending.take(States.ofState(answer.provider(), answer.state()));
  }

  private Secret code(PendingOAuth flow, Returned answer, String requestId) {
    String issuer = clients.require(flow.provider()).issuer();
    if (answer.issuer() != null && !answer.issuer().equals(issuer)) {
      throw refused(flow, ISSUER_MISMATCH, somebody(null, requestId));
    }
    if (answer.error() != null) {
      throw Refusals.ofProvider(answer.error());
    }
    if (answer.code() == null) {
      throw Refusals.noCode();
    }
    return answer.code();
  }

  private CloudException refused(PendingOAuth flow, String action, Actor actor) {
    stores.inTransaction(
        tx -> {
          String detail = flow.provider().value();
          audit.record(tx, action, "refused", flow.owner().key(), actor, detail);
          return true;
        });
    return Refusals.noSuchFlow();
  }

  private static boolean isOf(PendingOAuth flow, OwnerId owner) {
    return flow.owner().id().equals(owner);
  }

  private static Actor somebody(@Nullable OwnerId signedIn, String requestId) {
    return new Actor(signedIn == null ? Actor.DAVIT.name() : signedIn.value(), requestId);
  }
}
