package dev.davit.internal.retention;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Observer;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what was kept long enough, a little in each transaction, so that nobody waits for it. May
 * run on any number of nodes at once.
 */
public final class Retention {
  private static final int AT_ONCE = 500;
  private static final Duration PURGES = Duration.ofDays(30);
  private static final Duration REVOCATIONS = Duration.ofDays(1);

  private final Stores stores;
  private final Observer observer;
  private final Duration audit;

  /**
   * What forgets.
   *
   * @param audit how long the audit log says who and what
   */
  public Retention(Stores stores, Observer observer, Duration audit) {
    this.stores = stores;
    this.observer = observer;
    this.audit = audit;
  }

  /**
   * Forgets all that is due: the personal parts of old audit entries, sessions and revocations that
   * are over, purges that were over long ago.
   *
   * @return how many of all these there were
   */
  public int run() {
    long start = System.nanoTime();
    @Nullable ErrorKind failure = ErrorKind.PROTOCOL;
    try {
      int all = forgetAll();
      failure = null;
      return all;
    } catch (CloudException known) {
      failure = known.kind();
      throw known;
    } finally {
      observer.job("retention", Duration.ofNanos(System.nanoTime() - start), failure);
    }
  }

  private int forgetAll() {
    return all("audit_entries", audit, (tx, age) -> tx.audit().erase(until(age), AT_ONCE))
        + all("purges", PURGES, (tx, age) -> tx.purges().deleteFinished(age, AT_ONCE))
        + all("sessions", Duration.ZERO, (tx, age) -> tx.sessions().deleteExpired(age, AT_ONCE))
        + all("revocations", REVOCATIONS, (tx, age) -> tx.revocations().deleteOver(age, AT_ONCE));
  }

  private int all(String what, Duration age, ToIntBiFunction<Transaction, Instant> forget) {
    int all = 0;
    int some = AT_ONCE;
    while (some == AT_ONCE) {
      some = stores.<Integer>inTransaction(tx -> forget.applyAsInt(tx, tx.now().minus(age)));
      all += some;
      observer.forgotten(what, some);
    }
    return all;
  }

  private static AuditFilter until(Instant before) {
    return new AuditFilter(null, null, null, null, before);
  }
}
