package dev.davit.outbound;

import java.util.concurrent.ThreadFactory;

/** Threads that don't keep the JVM from ending. */
final class Daemons {
  private Daemons() {}

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
