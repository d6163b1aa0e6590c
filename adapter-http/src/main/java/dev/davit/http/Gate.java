package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets in as many requests as the server bears: at once and over time, in all and for each. */
final class Gate {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Limit REGISTRATIONS = new Limit(100, Duration.ofHours(1));

  private final RateLimiter limiter;
  private final HttpLimits limits;
  private final Semaphore all;
  private final Map<String, Integer> inside = new ConcurrentHashMap<>();

  Gate(RateLimiter limiter, HttpLimits limits) {
    this.limiter = limiter;
    this.limits = limits;
    this.all = new Semaphore(limits.atOnce().all());
  }

  /** Lets a request in, whoever makes it. */
  Pass enter() {
    if (!all.tryAcquire()) {
      throw busy(ErrorKind.UNAVAILABLE, "The server has its hands full; try again in a moment.");
    }
    return all::release;
  }

  /** Lets a request of this user or address in, besides. */
  Pass enter(String caller) {
    int now = inside.merge(caller, 1, Integer::sum);
    if (now > limits.atOnce().perCaller()) {
      leave(caller);
      throw busy(ErrorKind.RATE_LIMITED, "Too many requests at once; let some of them end first.");
    }
    return () -> leave(caller);
  }

  void countAddress(String address) {
    count("http-address:" + address, limits.rates().address());
  }

  void countRegistration(String address) {
    count("http-register:" + address, REGISTRATIONS);
  }

  void countUser(String id) {
    count("http-user:" + id, limits.rates().user());
  }

  private void count(String name, Limit limit) {
    limiter
        .tryAcquire(name, limit)
        .ifPresent(
            delay -> {
              throw new CloudException(
                  ErrorKind.RATE_LIMITED,
                  "Too many requests; wait a while before the next.",
                  Hints.NONE,
                  delay,
                  null);
            });
  }

  private void leave(String caller) {
    inside.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
  }

  private static CloudException busy(ErrorKind kind, String message) {
    return new CloudException(kind, message, Hints.NONE, SOON, null);
  }

  /** The place of a request inside; closing it gives the place back. */
  @FunctionalInterface
  interface Pass {
    void close();
  }
}
