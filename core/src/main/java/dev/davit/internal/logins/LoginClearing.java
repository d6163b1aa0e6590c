package dev.davit.internal.logins;

import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.JobLease;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import java.util.Set;

/**
 * Forgets a log-in of which nothing is left to be ended. A purge that waits for it goes on then.
 */
public final class LoginClearing implements JobHandler {
  private static final Set<String> PURGES = Set.of(JobKinds.PURGE);

  private final Stores stores;
  private final PendingLogins pending;

  public LoginClearing(Stores stores, PendingLogins pending) {
    this.stores = stores;
    this.pending = pending;
  }

  @Override
  public void run(Job job) {
    pending.drop(new LoginKey(job.id().value()));
    stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          tx.jobs().hurry(job.owner(), PURGES, tx.now());
          return true;
        });
  }
}
