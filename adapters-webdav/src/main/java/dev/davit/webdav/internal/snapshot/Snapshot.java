package dev.davit.webdav.internal.snapshot;

import dev.davit.ports.CloudException;
import dev.davit.webdav.internal.http.Faults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A folder as it was at one time; perhaps still on its way. */
final class Snapshot {
  private final Scope scope;

  /** Empty once it is lost: the disk failed, or it had to go. */
  private final CompletableFuture<Optional<Sorted>> rows = new CompletableFuture<>();

  private volatile long usedAt;

  Snapshot(Scope scope, long now) {
    this.scope = scope;
    this.usedAt = now;
  }

  Scope scope() {
    return scope;
  }

  /** In the clock's nanoseconds. */
  long usedAt() {
    return usedAt;
  }

  void use(long now) {
    usedAt = now;
  }

  boolean isMade() {
    return rows.isDone();
  }

  /** Ends the wait for it. What comes too late, because it is lost meanwhile, is closed. */
  void complete(Sorted sorted) {
    if (!rows.complete(Optional.of(sorted))) {
      sorted.close();
    }
  }

  void fail(CloudException reason) {
    rows.completeExceptionally(reason);
  }

  /**
   * Waits until it is there; nothing if it is lost.
   *
   * @throws CloudException why it could not be made; that the time has passed
   */
  Optional<Sorted> await(Duration patience) {
    try {
      return rows.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Faults.of(new IOException("the rest of the folder did not come in time", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Faults.of(new InterruptedIOException("nobody waits for the folder any more"));
    } catch (ExecutionException e) {
      throw again(e);
    }
  }

  /** The same for another caller: with the stack of the thread that it tells. */
  private static CloudException again(ExecutionException e) {
    if (!(e.getCause() instanceof CloudException reason)) {
      throw new IllegalStateException("only errors of the server end here", e);
    }
    return new CloudException(
        reason.kind(),
        String.valueOf(reason.getMessage()),
        reason.hints(),
        reason.retryAfter().orElse(null),
        reason.getCause());
  }

  /** From now on it is not there. */
  void lose() {
    rows.complete(Optional.empty());
    if (!rows.isCompletedExceptionally()) {
      rows.join().ifPresent(Sorted::close);
    }
  }
}
