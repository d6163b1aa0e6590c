package dev.davit.testkit.fault;

import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.function.Function;

/**
 * Stores with faults round their transactions. The operations are {@code inTransaction} and {@code
 * reading}; a fault after {@code inTransaction} strikes once all of it is committed.
 *
 * @param stores what does the work
 * @param faults what goes wrong
 */
public record FaultyStores(Stores stores, Faults faults) implements Stores {
  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    return faults.around("inTransaction", () -> stores.inTransaction(work));
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    return faults.around("reading", () -> stores.reading(work));
  }
}
