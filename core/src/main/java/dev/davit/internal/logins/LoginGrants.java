package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.Connecting;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.connections.Sharing;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;

/**
 * Keeps what was granted on a page. A provider gives a grant out once, so one that can't be kept at
 * once is put aside for the next who asks, or for the job; one that can't even be put aside is
 * revoked; and if that fails, too, the user is told.
 */
public final class LoginGrants {
  private static final System.Logger LOG = System.getLogger("dev.davit.logins");

  private final Stores stores;
  private final Owners owners;
  private final Seals seals;
  private final Connecting connecting;
  private final PendingLogins pending;
  private final Revocation revocation;
  private final Sharing sharing;

  public LoginGrants(
      Stores stores,
      Owners owners,
      Seals seals,
      Connecting connecting,
      PendingLogins pending,
      Revocation revocation,
      Sharing sharing) {
    this.stores = stores;
    this.owners = owners;
    this.seals = seals;
    this.connecting = connecting;
    this.pending = pending;
    this.revocation = revocation;
    this.sharing = sharing;
  }

  Connection keep(LoginAt at, PendingLogin login, Grant grant, Actor actor) {
    try {
      Kept kept =
          seals.audited(
              at.owner().key(),
              actor,
              "the owner's data key",
              () -> stores.inTransaction(tx -> keep(tx, at, login, grant, actor)));
      Quietly.tryTo(() -> clear(at, login, kept.leftover(seals, actor, grant)));
      return kept.made();
    } catch (RuntimeException failure) {
      rescue(at, login.notBefore(at.now()).granted(grant), grant, failure);
      throw failure;
    }
  }

  private Kept keep(Transaction tx, LoginAt at, PendingLogin login, Grant grant, Actor actor) {
    ActiveOwner owner = owners.require(tx, at.owner());
    Optional<Replaced> before = Replaced.by(tx, owner, login.provider(), grant);
    Connection made = connecting.keep(tx, owner, login.provider(), grant, login.name(), actor);
    LoginJobs.finish(tx, at, made);
    return new Kept(made, before);
  }

  /** Forgets the log-in, but for what it replaced: the job will revoke that. */
  private boolean clear(LoginAt at, PendingLogin login, Optional<Grant> leftover) {
    return leftover
        .map(old -> pending.replace(at.owner(), at.key(), login.notBefore(at.now()).granted(old)))
        .orElseGet(() -> pending.drop(at.key()));
  }

  private void rescue(LoginAt at, PendingLogin granted, Grant grant, RuntimeException failure) {
    if ((!isOver(failure) && Quietly.tryTo(() -> pending.replace(at.owner(), at.key(), granted)))
        || Quietly.tryTo(() -> isNothingLost(granted.provider(), grant))) {
      return;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "What {0} granted could be neither kept nor revoked; its user was told so",
        granted.provider());
    throw new CloudException(
        ErrorKind.UNAVAILABLE,
        "You logged in, but that could be neither kept nor undone here. Remove this application"
            + " from those that may use your account there, then start again.",
        failure);
  }

  /**
   * It may have been kept, though the database did not get to say so: where that can't be asked,
   * nothing is revoked.
   */
  private boolean isNothingLost(ProviderId provider, Grant grant) {
    return sharing.isUsed(provider, grant)
        || revocation.endAlone(provider, grant.credential()) != Revocation.Outcome.LEFT;
  }

  /** What came of a log-in, and what that took the place of. */
  private record Kept(Connection made, Optional<Replaced> before) {
    Optional<Grant> leftover(Seals seals, Actor actor, Grant grant) {
      return before.flatMap(old -> old.leftover(seals, actor, grant.credential()));
    }
  }

  /** Whether no job stands for the log-in any more: what were put aside would stay there. */
  private static boolean isOver(RuntimeException failure) {
    return failure instanceof CloudException known && known.kind() == ErrorKind.INVALID_FLOW;
  }
}
