package dev.davit.testkit.contract;

import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores of which one call is done otherwise.
 *
 * @param real what does all the rest
 * @param call which, such as {@code connections.find}
 * @param change what is done in its place
 */
record MutatedStores(Stores real, String call, Change change) implements Stores {
  /** A call that is done otherwise. */
  interface Change {
    @Nullable Object call(Transaction tx, Real real, Object[] args) throws Throwable;
  }

  /** The call as it should be. */
  interface Real {
    @Nullable Object with(Object... args) throws Throwable;
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    return real.inTransaction(tx -> work.apply(mutated(tx)));
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    return real.reading(tx -> work.apply(mutated(tx)));
  }

  private Transaction mutated(Transaction tx) {
    return proxy(
        Transaction.class,
        (method, args) -> {
          Object store = invoke(tx, method, args);
          return method.getReturnType().getName().startsWith("dev.davit.ports.store.")
              ? store(tx, store, method)
              : store;
        });
  }

  private Object store(Transaction tx, @Nullable Object store, Method accessor) {
    return proxy(
        accessor.getReturnType(),
        (method, args) ->
            call.equals(accessor.getName() + "." + method.getName())
                ? change.call(tx, others -> invoke(store, method, others), args)
                : invoke(store, method, args));
  }

  private interface Handler {
    @Nullable Object handle(Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> handler.handle(method, args == null ? new Object[0] : args));
    return type.cast(proxy);
  }

  private static @Nullable Object invoke(@Nullable Object target, Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
