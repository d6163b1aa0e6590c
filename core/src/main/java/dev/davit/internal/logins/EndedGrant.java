package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Revocation.Outcome;
import dev.davit.internal.purge.Counts;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Transaction;

/**
 * What became of what a log-in was granted.
 *
 * @param provider by whom
 * @param outcome as far as is known
 * @param givenUp whether it could not be ended, or nobody can say whether there is any
 */
record EndedGrant(ProviderId provider, Outcome outcome, boolean givenUp) {
  static EndedGrant of(ProviderId provider, Outcome outcome) {
    return new EndedGrant(provider, outcome, false);
  }

  static EndedGrant givenUp(ProviderId provider) {
    return new EndedGrant(provider, Outcome.LEFT, true);
  }

  /** Counts and records it. What a connection goes on using is no end. */
  void tell(Transaction tx, Job job, AuditLog audit) {
    if (outcome == Outcome.SHARED) {
      return;
    }
    if (givenUp) {
      Counts.giveUp(tx, job.owner(), provider);
    } else if (outcome == Outcome.LEFT) {
      Counts.leave(tx, job.owner());
    }
    record(tx, job, audit);
  }

  private void record(Transaction tx, Job job, AuditLog audit) {
    boolean pending = LoginJobs.isPending(job);
    String action = pending ? "connection.login_abandoned" : "connection.credential_replaced";
    String detail = pending ? "" : " " + job.subject();
    String told = outcome.isEnd() ? "ok" : "not_revoked";
    audit.record(tx, action, told, job.owner().key(), Actor.DAVIT, provider + detail);
  }
}
