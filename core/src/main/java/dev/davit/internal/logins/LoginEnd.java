package dev.davit.internal.logins;

import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobLease;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Ends a log-in when its time is over. What its user granted and nobody fetched, or what could not
 * be kept, is revoked; and so is what a connection had before the log-in renewed it. What became of
 * it is told once, in the transaction that leaves the rest to {@link LoginClearing}.
 */
public final class LoginEnd implements JobHandler {
  /** After so many tries, about a day, what was granted stays unrevoked. */
  private static final int TRIES = 30;

  private static final Set<ErrorKind> NOTHING =
      EnumSet.of(ErrorKind.INVALID_FLOW, ErrorKind.CREDENTIALS_REFUSED, ErrorKind.REAUTH_REQUIRED);

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
    Optional<EndedGrant> ended = end(job, key);
    stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          ended.ifPresent(grant -> grant.tell(tx, job, audit));
          LoginJobs.clear(tx, job.owner(), key);
          return true;
        });
  }

  private Optional<EndedGrant> end(Job job, LoginKey key) {
    Instant now = stores.reading(Transaction::now);
    Optional<PendingLogin> leased;
    try {
      leased = pending.lease(job.owner(), key, now);
    } catch (CloudException failure) {
      return Optional.of(unreadable(job, key, failure));
    }
    if (leased.isEmpty() && pending.isKept(key)) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "Somebody is at this log-in.");
    }
    return leased.flatMap(login -> ended(job, key, login.notBefore(now)));
  }

  /**
   * What was altered is read by nobody; for another's key there is as much time as for the rest.
   */
  private EndedGrant unreadable(Job job, LoginKey key, CloudException failure) {
    boolean again = failure.kind() != ErrorKind.INTEGRITY && mayTryAgain(job, failure);
    if (again || !pending.isUnreadable(job.owner(), key)) {
      throw failure;
    }
    return EndedGrant.givenUp(stores.reading(tx -> LoginJobs.provider(tx, job)));
  }

  private Optional<EndedGrant> ended(Job job, LoginKey key, PendingLogin login) {
    if (login.grant() != null) {
      keep(job, key, login);
      return Optional.of(revoke(job, login, true));
    }
    return LoginJobs.isPending(job) ? ask(job, key, login) : Optional.empty();
  }

  /** Keeps the log-in as it is by now, free for the next try. False if that failed. */
  private boolean keep(Job job, LoginKey key, PendingLogin login) {
    return Quietly.tryTo(() -> pending.replace(job.owner(), key, login));
  }

  private Optional<EndedGrant> ask(Job job, LoginKey key, PendingLogin login) {
    Optional<Grant> granted;
    try {
      granted = pages.poll(login);
    } catch (CloudException failure) {
      return unanswered(job, key, login, failure);
    }
    return granted.map(login::granted).map(left -> revoke(job, left, keep(job, key, left)));
  }

  /**
   * Whether anything was granted nobody knows then, unless the provider says that there is none.
   */
  private Optional<EndedGrant> unanswered(
      Job job, LoginKey key, PendingLogin login, CloudException failure) {
    keep(job, key, login);
    if (NOTHING.contains(failure.kind())) {
      return Optional.empty();
    }
    if (mayTryAgain(job, failure)) {
      throw failure;
    }
    return Optional.of(EndedGrant.givenUp(login.provider()));
  }

  /**
   * What could not be ended is given up when it is not tried again.
   *
   * @param kept whether another try would find it: a provider hands it out only once
   */
  private EndedGrant revoke(Job job, PendingLogin login, boolean kept) {
    try {
      Grant grant = Objects.requireNonNull(login.grant());
      return EndedGrant.of(login.provider(), revocation.end(login.provider(), grant));
    } catch (CloudException failure) {
      if (kept && mayTryAgain(job, failure)) {
        throw failure;
      }
      return EndedGrant.givenUp(login.provider());
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
