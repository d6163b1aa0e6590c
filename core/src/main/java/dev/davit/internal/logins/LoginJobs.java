package dev.davit.internal.logins;

import dev.davit.internal.input.Problems;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The jobs that stand for log-ins: while one is pending, so that what nobody fetches is undone; and
 * for the rest of its time, so that whoever asks once more gets the same answer.
 */
final class LoginJobs {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Of what a connection had that is gone by now. */
  private static final ProviderId UNKNOWN = new ProviderId("unknown");

  private LoginJobs() {}

  /**
   * How long a log-in is open here: over before it is at the provider, so that it can be undone.
   */
  static Duration lifetime(Duration atProvider) {
    Duration margin = atProvider.dividedBy(4);
    return atProvider.minus(margin.compareTo(MARGIN) < 0 ? margin : MARGIN);
  }

  static LoginAt begin(
      Transaction tx, Owner owner, ProviderId provider, Secret handle, Duration lifetime) {
    LoginKey key = LoginKey.of(owner, provider, handle);
    Instant now = tx.now();
    insert(tx, JobKinds.LOGIN, owner, key, provider.value(), now.plus(lifetime));
    return new LoginAt(owner, key, now, now.plus(lifetime), null);
  }

  /** The log-in of this handle; empty if there is none, it came to nothing, or its time is over. */
  static Optional<LoginAt> find(Transaction tx, Owner owner, ProviderId provider, Secret handle) {
    LoginKey key = LoginKey.of(owner, provider, handle);
    return tx.jobs().find(key.job()).flatMap(job -> at(tx, owner, key, job));
  }

  /** Notes, in the transaction that keeps it, what came of a log-in that is still pending. */
  static void finish(Transaction tx, LoginAt at, Connection made) {
    if (!isPending(tx, at.key())) {
      throw Problems.noSuchLogin();
    }
    tx.jobs().cancel(at.key().job());
    insert(tx, JobKinds.LOGIN_DONE, at.owner(), at.key(), made.id().value(), at.until());
  }

  /**
   * Leaves it to a job, due now, to forget a log-in; in the transaction that ends the one before.
   */
  static void clear(Transaction tx, Owner owner, LoginKey key) {
    insert(tx, JobKinds.LOGIN_OVER, owner, key, key.value(), tx.now());
  }

  /** Whether a job stands for a log-in of which nothing has come. */
  static boolean isPending(Transaction tx, LoginKey key) {
    return tx.jobs().find(key.job()).filter(LoginJobs::isPending).isPresent();
  }

  /** Whether nothing has come of a log-in. */
  static boolean isPending(Job job) {
    return job.kind().equals(JobKinds.LOGIN);
  }

  /** Where the log-in of a job was, as far as that is known without it. */
  static ProviderId provider(Transaction tx, Job job) {
    return isPending(job)
        ? new ProviderId(job.subject())
        : tx.connections()
            .find(job.owner(), new ConnectionId(job.subject()))
            .map(Connection::provider)
            .orElse(UNKNOWN);
  }

  private static Optional<LoginAt> at(Transaction tx, Owner owner, LoginKey key, Job job) {
    Instant now = tx.now();
    if (job.kind().equals(JobKinds.LOGIN_DONE)) {
      return tx.connections()
          .find(owner, new ConnectionId(job.subject()))
          .map(made -> new LoginAt(owner, key, now, job.dueAt(), made));
    }
    return isPending(job) && job.attempts() == 0 && now.isBefore(job.dueAt())
        ? Optional.of(new LoginAt(owner, key, now, job.dueAt(), null))
        : Optional.empty();
  }

  private static void insert(
      Transaction tx, String kind, Owner owner, LoginKey key, String subject, Instant dueAt) {
    tx.jobs().insert(new Job(key.job(), kind, owner, subject, dueAt, 0, null, null, null));
  }
}
