package dev.davit.ports.store;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.function.Function;

/**
 * What Davit remembers. Safe for use by many threads; transactions don't nest: one begun inside
 * another on the same thread is an {@link IllegalStateException}.
 */
public interface Stores {
  /**
   * Runs the work in a writing transaction: when it returns, all it wrote is durable; when it
   * throws, nothing of it is there, and the exception is passed on as it is. Transactions see each
   * other's writes whole or not at all, and behave as if one ran after the other. The work does no
   * I/O of its own, since others may have to wait for it, and changes nothing but what it writes:
   * where the database refuses it for the sake of another transaction, it is run again from its
   * start, on what is there then.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the database can't be reached or is
   *     full
   */
  <T> T inTransaction(Function<? super Transaction, ? extends T> work);

  /**
   * Runs work that only reads, on one consistent state; waits for no writer. It may be run again
   * from its start too.
   *
   * @throws IllegalStateException if the work writes; nothing is written then
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the database can't be reached
   */
  <T> T reading(Function<? super Transaction, ? extends T> work);
}
