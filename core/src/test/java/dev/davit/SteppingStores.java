package dev.davit;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stores that die before or after a commit, or can't be reached. */
final class SteppingStores implements Stores {
  private final Stores stores;
  private final Steps steps;
  private final AtomicInteger writesUntilDown = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger writesUntilLost = new AtomicInteger(Integer.MAX_VALUE);
  private volatile int writesDown = Integer.MAX_VALUE;
  private volatile boolean unreadableOnceLost;
  private volatile boolean unreadable;

  SteppingStores(Stores stores, Steps steps) {
    this.stores = stores;
    this.steps = steps;
  }

  /** So many writing transactions from now on the database is out of reach, until {@link #mend}. */
  void downAfter(int writes) {
    downAfter(writes, Integer.MAX_VALUE / 2);
  }

  /** As {@link #downAfter(int)}, for so many writing transactions. */
  void downAfter(int writes, int down) {
    writesDown = down;
    writesUntilDown.set(writes);
  }

  /** So many writing transactions from now on one is committed, and nobody is told. */
  void loseAnswerAfter(int writes) {
    writesUntilLost.set(writes);
  }

  /** When that has happened, nothing can be read either. */
  void unreadableAfterThat() {
    unreadableOnceLost = true;
  }

  void mend() {
    unreadable = false;
    unreadableOnceLost = false;
    writesUntilDown.set(Integer.MAX_VALUE);
    writesUntilLost.set(Integer.MAX_VALUE);
  }

  private boolean isDown() {
    if (writesUntilDown.get() == Integer.MAX_VALUE) {
      return false;
    }
    int left = writesUntilDown.getAndDecrement();
    return left <= 0 && left > -writesDown;
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    if (isDown()) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The database can't be reached.");
    }
    boolean lost =
        writesUntilLost.get() != Integer.MAX_VALUE && writesUntilLost.getAndDecrement() == 0;
    T result =
        stores.inTransaction(
            tx -> {
              T done = work.apply(tx);
              steps.here();
              return done;
            });
    steps.here();
    if (lost) {
      unreadable = unreadableOnceLost;
      throw new CloudException(ErrorKind.UNAVAILABLE, "The database has gone away.");
    }
    return result;
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    if (unreadable) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The database can't be reached.");
    }
    return stores.reading(work);
  }
}
