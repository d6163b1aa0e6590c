package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.function.Function;

/** Stores that can be out of reach. */
final class BrokenStores implements Stores {
  private final Stores stores;
  private volatile boolean down;

  BrokenStores(Stores stores) {
    this.stores = stores;
  }

  void down(boolean away) {
    down = away;
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    check();
    return stores.inTransaction(work);
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    check();
    return stores.reading(work);
  }

  private void check() {
    if (down) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The stores are away.");
    }
  }
}
