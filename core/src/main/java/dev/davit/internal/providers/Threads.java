package dev.davit.internal.providers;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Threads for what may take long: virtual ones where there are any, else daemon threads that end
 * when idle.
 */
public final class Threads {
  private Threads() {}

  /** Starts whatever it is given at once. */
  public static Executor starting() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "davit-call");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
