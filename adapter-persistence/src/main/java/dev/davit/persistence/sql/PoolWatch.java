package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import java.util.concurrent.atomic.LongAdder;

/** Counts the waits for a connection that end without one, which a pool forgets. */
final class PoolWatch implements MetricsTrackerFactory {
  private final LongAdder timeouts = new LongAdder();
  private final HikariDataSource pool;

  private PoolWatch(HikariDataSource pool) {
    this.pool = pool;
  }

  static PoolWatch over(HikariDataSource pool) {
    PoolWatch watch = new PoolWatch(pool);
    pool.setMetricsTrackerFactory(watch);
    return watch;
  }

  @Override
  public IMetricsTracker create(String name, PoolStats stats) {
    return new IMetricsTracker() {
      @Override
      public void recordConnectionTimeout() {
        timeouts.increment();
      }
    };
  }

  /** Asks nobody but the pool itself. */
  PoolUse now() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new PoolUse(
        now.getActiveConnections(),
        now.getIdleConnections(),
        now.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize(),
        timeouts.sum());
  }
}
