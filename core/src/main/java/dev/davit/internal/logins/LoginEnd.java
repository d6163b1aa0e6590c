package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * Clears a log-in away when its time is over. One that its user granted and nobody fetched, or that
 * could not be kept, is revoked.
 */
public final class LoginEnd implements JobHandler {
  /** After so many tries, about a day, what was granted stays unrevoked. */
  private static final int TRIES = 30;

  /** After so many looks, longer apart each time, whoever was at it is done or is no more. */
  private static final int LOOKS = 4;

  private final Stores stores;
  private final LoginPages pages;
  private final PendingLogins pending;
  private final Revocation revocation;
  private final AuditLog audit;

  public LoginEnd(
      Stores stores,
      LoginPages pages,
      PendingLogins pending,
      Revocation revocation,
      AuditLog audit) {
    this.stores = stores;
    this.pages = pages;
    this.pending = pending;
    this.revocation = revocation;
    this.audit = audit;
  }

  @Override
  public void run(Job job) {
    LoginKey key = new LoginKey(job.id().value());
    Optional<PendingLogin> left =
        job.kind().equals(JobKinds.LOGIN) ? unfetched(job, key) : Optional.empty();
    Optional<Boolean> revoked = left.map(login -> revoke(job, login));
    pending.drop(key);
    stores.inTransaction(
        tx -> {
          revoked.ifPresent(done -> record(tx, job, done));
          return tx.jobs().cancel(job.id());
        });
  }

  private void record(Transaction tx, Job job, boolean revoked) {
    String outcome = revoked ? "ok" : "not_revoked";
    audit.record(
        tx,
        "connection.login_abandoned",
        outcome,
        job.owner().key(),
        Actor.DAVIT,
        job.id().value());
  }

  /** The log-in, if it was granted; by then it stands with its grant in the store. */
  private Optional<PendingLogin> unfetched(Job job, LoginKey key) {
    Instant now = stores.reading(Transaction::now);
    Optional<PendingLogin> left = pending.lease(job.owner(), key, now);
    if (left.isEmpty() && job.attempts() < LOOKS) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "Somebody is at this log-in.");
    }
    return left.flatMap(login -> granted(job, key, login.notBefore(now)));
  }

  private Optional<PendingLogin> granted(Job job, LoginKey key, PendingLogin login) {
    Optional<PendingLogin> granted =
        login.grant() != null ? Optional.of(login) : ask(job, key, login).map(login::granted);
    granted.ifPresent(found -> pending.replace(job.owner(), key, found));
    return granted;
  }

  private Optional<Grant> ask(Job job, LoginKey key, PendingLogin login) {
    try {
      return pages.poll(login);
    } catch (CloudException failure) {
      if (mayTryAgain(job, failure)) {
        Quietly.tryTo(() -> pending.replace(job.owner(), key, login));
        throw failure;
      }
      return Optional.empty();
    }
  }

  private boolean revoke(Job job, PendingLogin login) {
    Grant grant = login.grant();
    try {
      return grant != null && revocation.revoke(login.provider(), grant.credential());
    } catch (CloudException failure) {
      if (mayTryAgain(job, failure)) {
        throw failure;
      }
      return false;
    }
  }

  private static boolean mayTryAgain(Job job, CloudException failure) {
    return job.attempts() < TRIES && Revocation.isPassing(failure);
  }
}
