package dev.davit.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An observer that remembers. */
final class Noted implements HttpObserver {
  final List<String> answers = new CopyOnWriteArrayList<>();
  final AtomicInteger inFlight = new AtomicInteger();
  final AtomicInteger entered = new AtomicInteger();
  final AtomicLong up = new AtomicLong();
  final AtomicLong down = new AtomicLong();

  @Override
  public void entered() {
    entered.incrementAndGet();
    inFlight.incrementAndGet();
  }

  @Override
  public void left() {
    inFlight.decrementAndGet();
  }

  @Override
  public void answered(String method, String route, int status, Duration took) {
    answers.add(method + " " + route + " " + status);
  }

  @Override
  public void uploaded(long bytes) {
    up.addAndGet(bytes);
  }

  @Override
  public void downloaded(long bytes) {
    down.addAndGet(bytes);
  }
}
