package dev.davit.testkit.memory;

/** Where and how long a transaction may be used: by its own thread, until it ends. */
final class Scope {
  private final Thread thread = Thread.currentThread();
  private final boolean writing;
  private volatile boolean ended;

  Scope(boolean writing) {
    this.writing = writing;
  }

  void end() {
    ended = true;
  }

  void checkReading() {
    if (ended) {
      throw new IllegalStateException("the transaction has ended");
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("the transaction belongs to another thread");
    }
  }

  void checkWriting() {
    checkReading();
    if (!writing) {
      throw new IllegalStateException("the transaction is for reading only");
    }
  }
}
