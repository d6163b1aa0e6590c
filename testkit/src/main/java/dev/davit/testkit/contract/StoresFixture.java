package dev.davit.testkit.contract;

import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import dev.davit.testkit.memory.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What the rules for the stores are tried on. */
interface StoresFixture {
  /** Stores, empty when the test began. */
  Stores stores();

  /** The database's clock. */
  TestClock clock();

  /** Writes in a transaction of its own. */
  default void write(Consumer<Transaction> work) {
    stores()
        .inTransaction(
            tx -> {
              work.accept(tx);
              return true;
            });
  }

  /** Writes in a transaction of its own and says whether anything was done. */
  default boolean done(Predicate<Transaction> work) {
    return stores().<Boolean>inTransaction(work::test);
  }

  /** Writes in a transaction of its own and says how much was done. */
  default int counted(ToIntFunction<Transaction> work) {
    return stores().<Integer>inTransaction(work::applyAsInt);
  }

  /** Takes jobs in a transaction of its own. */
  default <T> List<T> taken(Function<Transaction, List<T>> work) {
    return stores().inTransaction(work);
  }

  /** Looks whether something is so, in a transaction of its own. */
  default boolean is(Predicate<Transaction> work) {
    return stores().<Boolean>reading(work::test);
  }

  /** Looks for one thing, in a transaction of its own. */
  default <T> Optional<T> found(Function<Transaction, Optional<T>> work) {
    return stores().reading(work);
  }

  /** Looks for many things, in a transaction of its own. */
  default <T> List<T> listed(Function<Transaction, List<T>> work) {
    return stores().reading(work);
  }
}
