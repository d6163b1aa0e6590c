package dev.davit.app.support;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Lets all calls to a foreign server through, or holds all of them, for a minute at most. */
public final class Sluice implements Predicate<Call> {
  private static final int SECONDS = 60;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean shut;
  private int waiting;

  /** A sluice before this server, open. */
  public static Sluice before(ForeignWebDav server) {
    Sluice sluice = new Sluice();
    server.watch(sluice);
    return sluice;
  }

  /** From now on calls are held. */
  public void shut() {
    set(true);
  }

  /** Lets all go on. */
  public void open() {
    set(false);
  }

  private void set(boolean value) {
    lock.lock();
    try {
      shut = value;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many calls are held. */
  public int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean test(Call call) {
    lock.lock();
    try {
      waiting++;
      long left = TimeUnit.SECONDS.toNanos(SECONDS);
      while (shut && left > 0) {
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting--;
      lock.unlock();
    }
  }
}
