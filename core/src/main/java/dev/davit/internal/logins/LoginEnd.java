package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.connections.Revocation.Outcome;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.purge.Counts;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Clears a log-in away when its time is over. What its user granted and nobody fetched, or what
 * could not be kept, is revoked; and so is what a connection had before the log-in renewed it.
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
    Optional<PendingLogin> left = left(job, key).filter(login -> login.grant() != null);
    Outcome outcome = left.map(login -> end(job, login)).orElse(Outcome.SHARED);
    stores.inTransaction(tx -> require(tx, job));
    pending.drop(key);
    stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          left.ifPresent(login -> tell(tx, job, login, outcome));
          return true;
        });
  }

  private static boolean require(Transaction tx, Job job) {
    JobLease.require(tx, job);
    return true;
  }

  /** What a connection goes on using is no end. */
  private void tell(Transaction tx, Job job, PendingLogin login, Outcome outcome) {
    if (outcome == Outcome.LEFT) {
      Counts.giveUp(tx, job.owner(), login.provider());
    }
    if (outcome != Outcome.SHARED) {
      record(tx, job, login, outcome.isEnd());
    }
  }

  private void record(Transaction tx, Job job, PendingLogin login, boolean revoked) {
    String action =
        isPending(job) ? "connection.login_abandoned" : "connection.credential_replaced";
    String detail = isPending(job) ? "" : " " + job.subject();
    String outcome = revoked ? "ok" : "not_revoked";
    audit.record(tx, action, outcome, job.owner().key(), Actor.DAVIT, login.provider() + detail);
  }

  private static boolean isPending(Job job) {
    return job.kind().equals(JobKinds.LOGIN);
  }

  /** The log-in with what is to be revoked, if anything is; by then it stands so in the store. */
  private Optional<PendingLogin> left(Job job, LoginKey key) {
    Instant now = stores.reading(Transaction::now);
    Optional<PendingLogin> leased = pending.lease(job.owner(), key, now);
    if (leased.isEmpty() && mayBeLookedAt(job)) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "Somebody is at this log-in.");
    }
    Optional<PendingLogin> left = leased.flatMap(login -> granted(job, key, login.notBefore(now)));
    left.ifPresent(login -> pending.replace(job.owner(), key, login));
    return left;
  }

  private Optional<PendingLogin> granted(Job job, LoginKey key, PendingLogin login) {
    if (login.grant() != null) {
      return Optional.of(login);
    }
    return isPending(job) ? ask(job, key, login).map(login::granted) : Optional.empty();
  }

  /** Its user may be at a pending one; at any other only a node that died over it. */
  private static boolean mayBeLookedAt(Job job) {
    return job.attempts() < LOOKS && (isPending(job) || job.attempts() > 1);
  }

  private Optional<Grant> ask(Job job, LoginKey key, PendingLogin login) {
    try {
      return pages.poll(login);
    } catch (CloudException failure) {
      if (Revocation.isPassing(failure) && mayTryAgain(job, failure)) {
        Quietly.tryTo(() -> pending.replace(job.owner(), key, login));
        throw failure;
      }
      return Optional.empty();
    }
  }

  /** What could not be ended is left, when it is not tried again. */
  private Outcome end(Job job, PendingLogin login) {
    try {
      return revocation.end(login.provider(), Objects.requireNonNull(login.grant()));
    } catch (CloudException failure) {
      if (mayTryAgain(job, failure)) {
        throw failure;
      }
      return Outcome.LEFT;
    }
  }

  /** While its owner is being purged whatever fails is tried again, until that is given up. */
  private boolean mayTryAgain(Job job, CloudException failure) {
    boolean usually = job.attempts() < TRIES && Revocation.isPassing(failure);
    return stores.<Boolean>reading(
        tx ->
            tx.purges()
                .find(job.owner())
                .map(purge -> tx.now().isBefore(purge.deadline()))
                .orElse(usually));
  }
}
