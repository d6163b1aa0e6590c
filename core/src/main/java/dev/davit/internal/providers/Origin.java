package dev.davit.internal.providers;

import java.util.concurrent.Semaphore;

/** What is known of one server, and how many calls to it are under way. */
final class Origin {
  private final String name;
  private final Circuit circuit;
  private final Semaphore calls;
  private final Semaphore uploads;

  /** How many hold on to this; guarded by the lock of {@link Origins}. */
  int users;

  Origin(String name, int atOnce, Timing timing) {
    this.name = name;
    circuit = new Circuit(timing);
    calls = new Semaphore(atOnce, true);
    uploads = new Semaphore(atOnce, true);
  }

  String name() {
    return name;
  }

  Circuit circuit() {
    return circuit;
  }

  /** Uploads may take hours, so they have places of their own. */
  Semaphore places(Operation operation) {
    return operation.uploads() ? uploads : calls;
  }
}
