package dev.davit;

import dev.davit.internal.providers.Timing;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits by turning its own clock forward; that of the house stays where it is. */
public final class HandTiming implements Timing {
  private static final Duration GIVE_UP = Duration.ofSeconds(60);

  /** All pauses there were. */
  final List<Duration> slept = new CopyOnWriteArrayList<>();

  /** What chance says. */
  volatile double chance = 0.5;

  /** Whether the clock of the house goes on in a pause, too. */
  volatile boolean clockGoesOn;

  /** What happens in a pause. */
  volatile Consumer<Duration> onSleep = pause -> {};

  /** What nobody waits longer for than this is not awaited at all: its time is up at once. */
  volatile Duration runsOut = Duration.ZERO;

  private final TestClock clock;
  private final AtomicLong ahead = new AtomicLong();
  private final AtomicReference<@Nullable CountDownLatch> stuck = new AtomicReference<>();

  HandTiming(TestClock clock) {
    this.clock = clock;
  }

  /** The time of the next call is up as soon as somebody has reached this. */
  void runOutAfter(CountDownLatch reached) {
    stuck.set(reached);
  }

  @Override
  public long nanos() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()) + ahead.get();
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    onSleep.accept(time);
    if (clockGoesOn) {
      clock.advance(time);
    } else {
      ahead.addAndGet(time.toNanos());
    }
  }

  @Override
  public <T> T await(CompletableFuture<T> outcome, Duration time)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (time.compareTo(runsOut) <= 0) {
      ahead.addAndGet(time.toNanos());
      throw new TimeoutException("the time is up");
    }
    CountDownLatch reached = stuck.getAndSet(null);
    if (reached == null) {
      return outcome.get(GIVE_UP.toSeconds(), TimeUnit.SECONDS);
    }
    if (!reached.await(GIVE_UP.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("nobody got stuck");
    }
    ahead.addAndGet(time.toNanos());
    throw new TimeoutException("the time is up");
  }

  @Override
  public double chance() {
    return chance;
  }
}
