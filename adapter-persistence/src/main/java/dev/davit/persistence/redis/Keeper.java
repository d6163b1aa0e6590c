package dev.davit.persistence.redis;

import io.lettuce.core.RedisCommandTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Link} to Redis: looks every second whether Redis answers, at once when a command
 * failed, and dials anew where it must, in a thread of its own.
 */
final class Keeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long BEAT_MILLIS = 1000;
  private static final long SOON_MILLIS = 100;
  private static final int SILENT_PROBES = 3;
  private static final int FIRST_DIALS = 3;

  private final Dial dial;
  private final Link link;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "davit-redis");
  private volatile boolean closed;

  /** What is tended, open or not; this thread's only, as is all below. */
  private @Nullable Wire wire;

  private int failures;
  private boolean away;

  Keeper(Dial dial, Link link) {
    this.dial = dial;
    this.link = link;
    thread.setDaemon(true);
  }

  /**
   * Dials, and goes on by itself from then on. Dials a few times before it takes Redis for away: a
   * Redis that is slow for a moment may be one that the operator has to mend.
   *
   * @throws dev.davit.ports.CloudException MISCONFIGURED if what answers can't be used as it is
   *     said
   */
  void start() {
    for (int left = FIRST_DIALS; wire == null && left > 0; left--) {
      try {
        dialOnce();
      } catch (RuntimeException e) {
        Faults.throwIfMisconfigured(e);
        failed(e);
      }
    }
    link.onTrouble(calls::release);
    thread.start();
  }

  private void run() {
    while (!closed) {
      tend();
      rest();
    }
  }

  private void rest() {
    long millis = failures == 0 ? BEAT_MILLIS : Math.min(BEAT_MILLIS, SOON_MILLIS * failures);
    try {
      if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        calls.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void tend() {
    try {
      Wire now = wire;
      if (now == null) {
        dialOnce();
      } else {
        now.probe();
        works(now);
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void dialOnce() {
    Wire made = dial.connect();
    wire = made;
    works(made);
  }

  private void works(Wire now) {
    failures = 0;
    link.open(now);
    if (away) {
      away = false;
      LOG.info("Redis is back");
    }
  }

  private void failed(RuntimeException e) {
    failures++;
    if (!away) {
      away = true;
      LOG.warn(
          "Redis is away ({}): until it is back, nobody can begin or finish to connect an account,"
              + " and limits are counted by each node for itself",
          Faults.reason(e));
    }
    Wire now = wire;
    if (now != null) {
      link.shut(now);
      hangUp(now, e);
    }
  }

  /** Who is silent may only be slow; who stays silent, or says no, is hung up on. */
  private void hangUp(Wire now, RuntimeException e) {
    boolean silent = e instanceof RedisCommandTimeoutException && now.isOpen();
    if (!silent || failures >= SILENT_PROBES) {
      wire = null;
      now.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    calls.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Wire now = wire;
    if (now != null) {
      link.shut(now);
      now.close();
    }
  }
}
