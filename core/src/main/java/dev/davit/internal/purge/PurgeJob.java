package dev.davit.internal.purge;

import dev.davit.internal.documents.Removal;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobLease;
import dev.davit.ports.Observer;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.List;

/**
 * Takes down all that a marked owner has: documents while credentials still open, then the grants,
 * then keys and rows. Every step may be repeated; gone already is done.
 */
public final class PurgeJob implements JobHandler {
  private final Stores stores;
  private final Removal removal;
  private final GrantEnd grants;
  private final PurgeEnd end;
  private final Observer observer;

  public PurgeJob(
      Stores stores, Removal removal, GrantEnd grants, PurgeEnd end, Observer observer) {
    this.stores = stores;
    this.removal = removal;
    this.grants = grants;
    this.end = end;
    this.observer = observer;
  }

  @Override
  public void run(Job job) {
    Round round = new Round(stores, job, stores.inTransaction(tx -> isLate(tx, job)));
    List<Connection> connections = stores.reading(tx -> tx.connections().list(job.owner()));
    connections.forEach(connection -> new Emptying(removal, round, connection.id()).run());
    new Emptying(removal, round, null).run();
    connections.forEach(connection -> grants.run(round, connection));
    if (!round.isClear() || !end(round)) {
      throw round.failure();
    }
    stores.reading(tx -> tx.purges().find(job.id())).ifPresent(observer::purged);
  }

  private static boolean isLate(Transaction tx, Job job) {
    JobLease.require(tx, job);
    Purge purge = tx.purges().find(job.id()).orElseThrow();
    return !tx.now().isBefore(purge.deadline());
  }

  private boolean end(Round round) {
    boolean more = true;
    while (more) {
      more = round.write(tx -> PurgeEnd.eraseSome(tx, round.owner()));
    }
    return round.write(tx -> end.tryEnd(tx, round));
  }
}
