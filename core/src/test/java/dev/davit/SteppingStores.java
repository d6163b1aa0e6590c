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

  SteppingStores(Stores stores, Steps steps) {
    this.stores = stores;
    this.steps = steps;
  }

  /** So many writing transactions from now on the database is out of reach, until {@link #mend}. */
  void downAfter(int writes) {
    writesUntilDown.set(writes);
  }

  void mend() {
    writesUntilDown.set(Integer.MAX_VALUE);
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    if (writesUntilDown.get() != Integer.MAX_VALUE && writesUntilDown.getAndDecrement() <= 0) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The database can't be reached.");
    }
    T result =
        stores.inTransaction(
            tx -> {
              T done = work.apply(tx);
              steps.here();
              return done;
            });
    steps.here();
    return result;
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    return stores.reading(work);
  }
}
