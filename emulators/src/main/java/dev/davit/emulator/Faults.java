package dev.davit.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults that wait for their requests. Safe for use by several threads. */
public final class Faults {
  private record Waiting(Fault fault, int left) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private CountDownLatch cleared = new CountDownLatch(1);

  /** Adds one behind those that wait; the first that fits a request is taken. */
  public synchronized void inject(Fault fault) {
    waiting.add(new Waiting(fault, fault.times()));
  }

  /** The fault for a request, if there is one; it counts as used. */
  public synchronized Optional<Fault> take(String method, String path) {
    for (ListIterator<Waiting> all = waiting.listIterator(); all.hasNext(); ) {
      Waiting next = all.next();
      if (next.fault().fits(method, path)) {
        if (next.left() > 1) {
          all.set(new Waiting(next.fault(), next.left() - 1));
        } else {
          all.remove();
        }
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }

  /** Those that wait. */
  public synchronized List<Fault> waiting() {
    return waiting.stream().map(Waiting::fault).toList();
  }

  /** Takes all back, and lets go whoever is kept waiting. */
  public synchronized void clear() {
    waiting.clear();
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  /** Waits, but not beyond the next {@link #clear}; true when that ended it. */
  public boolean pause(long millis) throws InterruptedException {
    return latch().await(millis, TimeUnit.MILLISECONDS);
  }

  private synchronized CountDownLatch latch() {
    return cleared;
  }
}
