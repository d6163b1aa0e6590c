package dev.davit.testkit.memory;

import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The stores in memory, with real transactions: one writer at a time on a copy of what it touches,
 * which takes the place of the committed state only when its work returns. Readers see the
 * committed state of the moment they began and wait for nobody.
 */
public final class MemoryStores implements Stores {
  private final InstantSource clock;
  private final ReentrantLock writers = new ReentrantLock(true);
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private volatile Tables committed = Tables.EMPTY;

  /**
   * Empty stores.
   *
   * @param clock the database's clock
   */
  public MemoryStores(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    checkNotInside();
    writers.lock();
    try {
      return run(true, work);
    } finally {
      writers.unlock();
    }
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    checkNotInside();
    return run(false, work);
  }

  private <T> T run(boolean writing, Function<? super Transaction, ? extends T> work) {
    Scope scope = new Scope(writing);
    MemoryTransaction transaction = new MemoryTransaction(scope, clock, committed);
    inside.set(true);
    try {
      T result = work.apply(transaction);
      if (writing) {
        committed = transaction.result();
      }
      return result;
    } finally {
      scope.end();
      inside.remove();
    }
  }

  private void checkNotInside() {
    if (inside.get()) {
      throw new IllegalStateException("transactions don't nest");
    }
  }
}
