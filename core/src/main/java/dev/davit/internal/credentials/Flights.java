package dev.davit.internal.credentials;

import dev.davit.internal.providers.Threads;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.VersionedCredential;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The refreshes that are under way in this process, one at most for each connection, each on a
 * thread of its own: whoever waits for one may leave without harm to the others. Remembers how the
 * last ones ended. Safe for use by many threads; holds its lock while nothing is waited for.
 */
final class Flights {
  private static final int MOST = 1000;

  private final Timing timing;
  private final Executor threads = Threads.starting();
  private final Map<ConnectionId, Berth> berths = new LinkedHashMap<>(16, 0.75f, true);
  private long ended;

  Flights(Timing timing) {
    this.timing = timing;
  }

  /** Where a connection's flight is. */
  private static final class Berth {
    @Nullable CompletableFuture<VersionedCredential> underWay;
    @Nullable Landing last;
  }

  /** How many flights have ended; whoever asks for one says how many had when he was first here. */
  synchronized long ended() {
    return ended;
  }

  /** Whether a connection's last flight ended so short a time ago that tokens may rest. */
  synchronized boolean hasJustLanded(ConnectionId id) {
    Berth berth = berths.get(id);
    return berth != null && berth.last != null && berth.last.isRecent(timing.nanos());
  }

  synchronized boolean isUnderWay(ConnectionId id) {
    Berth berth = berths.get(id);
    return berth != null && berth.underWay != null;
  }

  /** How many connections are remembered. */
  synchronized int size() {
    return berths.size();
  }

  /**
   * What a connection's flight brings: of the one that is under way, or else of a new one.
   *
   * @param since how many flights had ended when the caller came: a failure after that is his, too
   * @param patience how long to wait for it
   * @param work the flight
   * @throws CloudException as the flight did; {@link ErrorKind#UNAVAILABLE} if it was not awaited
   */
  VersionedCredential join(
      ConnectionId id, long since, Duration patience, Supplier<VersionedCredential> work) {
    CompletableFuture<VersionedCredential> mine = new CompletableFuture<>();
    CompletableFuture<VersionedCredential> flight = board(id, since, mine);
    if (flight == mine) {
      depart(id, mine, work);
    }
    return await(flight, patience);
  }

  private synchronized CompletableFuture<VersionedCredential> board(
      ConnectionId id, long since, CompletableFuture<VersionedCredential> mine) {
    Berth berth = berths.computeIfAbsent(id, key -> new Berth());
    if (berth.underWay != null) {
      return berth.underWay;
    }
    if (berth.last != null) {
      berth.last.check(since, timing.nanos());
    }
    berth.underWay = mine;
    forgetIdle();
    return mine;
  }

  private void depart(
      ConnectionId id,
      CompletableFuture<VersionedCredential> flight,
      Supplier<VersionedCredential> work) {
    try {
      threads.execute(() -> fly(id, flight, work));
    } catch (RuntimeException | Error failure) {
      land(id, null);
      flight.completeExceptionally(failure);
      throw failure;
    }
  }

  private void fly(
      ConnectionId id,
      CompletableFuture<VersionedCredential> flight,
      Supplier<VersionedCredential> work) {
    try {
      VersionedCredential fresh = work.get();
      land(id, null);
      flight.complete(fresh);
    } catch (Throwable failure) {
      land(id, failure instanceof CloudException known ? known : null);
      flight.completeExceptionally(failure);
    }
  }

  /** Before anybody hears of it, so that whoever comes later finds what it left. */
  private synchronized void land(ConnectionId id, @Nullable CloudException failure) {
    ended++;
    Berth berth = berths.computeIfAbsent(id, key -> new Berth());
    berth.underWay = null;
    berth.last = new Landing(ended, timing.nanos(), failure);
  }

  private void forgetIdle() {
    Iterator<Berth> eldest = berths.values().iterator();
    while (berths.size() > MOST && eldest.hasNext()) {
      if (eldest.next().underWay == null) {
        eldest.remove();
      }
    }
  }

  private VersionedCredential await(
      CompletableFuture<VersionedCredential> flight, Duration patience) {
    try {
      return timing.await(flight, patience);
    } catch (TimeoutException e) {
      throw notAwaited("The connection could not be renewed in time. Try again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notAwaited("The call was called off. Try again.", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static CloudException notAwaited(String message, Exception cause) {
    return new CloudException(ErrorKind.UNAVAILABLE, message, cause);
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
