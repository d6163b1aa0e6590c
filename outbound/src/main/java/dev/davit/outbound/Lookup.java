package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up with a deadline. The system's own lookup can't be interrupted, so it runs on
 * threads of its own, and a caller whose time is up leaves it behind. There are only so many of
 * them: beyond that a name counts as unresolvable. Why there was no answer is the cause of the
 * refusal, an {@link java.io.IOException}: for whoever has been there before, that may pass.
 */
final class Lookup {
  private static final int MAX_AT_ONCE = 64;

  private final NameResolver resolver;
  private final Duration deadline;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MAX_AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Daemons.named("davit-lookup"));

  Lookup(NameResolver resolver, Duration deadline) {
    this.resolver = resolver;
    this.deadline = deadline;
  }

  /** The addresses of a name, one at least. */
  List<InetAddress> resolve(String name) {
    List<InetAddress> answers = await(name);
    if (answers.isEmpty()) {
      throw Refusal.of(Reason.UNRESOLVABLE, name, new UnknownHostException());
    }
    return answers;
  }

  private List<InetAddress> await(String name) {
    Future<List<InetAddress>> answer = submit(name);
    try {
      return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw Refusal.of(Reason.UNRESOLVABLE, name, e.getCause());
    } catch (TimeoutException e) {
      throw Refusal.of(Reason.UNRESOLVABLE, name + ", in time", new SocketTimeoutException());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Reason.UNRESOLVABLE, name + ", interrupted", new InterruptedIOException());
    } finally {
      answer.cancel(true);
    }
  }

  private Future<List<InetAddress>> submit(String name) {
    try {
      return threads.submit(() -> List.copyOf(resolver.resolve(name)));
    } catch (RejectedExecutionException e) {
      throw Refusal.of(
          Reason.UNRESOLVABLE, name + ", too many lookups at once", new SocketTimeoutException());
    }
  }

  /** The system's resolver. */
  static List<InetAddress> bySystem(String name) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(name));
  }
}
