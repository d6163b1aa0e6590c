package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong at the endpoints of a {@link MemoryOAuth}, and how often they were called. The
 * operations are {@code exchange}, {@code refresh} and {@code revoke}. Safe for use by many
 * threads.
 */
public final class MemoryOAuthFaults {
  private final Map<String, Deque<CloudException>> next = new ConcurrentHashMap<>();
  private final Map<String, Deque<CloudException>> lost = new ConcurrentHashMap<>();
  private final Map<String, Deque<MemoryHold>> holds = new ConcurrentHashMap<>();
  private final Map<String, Deque<MemoryHold>> answerHolds = new ConcurrentHashMap<>();
  private final Map<String, CloudException> always = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  MemoryOAuthFaults() {}

  /** The grant is dead, as an adapter says it. */
  public static CloudException invalidGrant() {
    return new CloudException(ErrorKind.TOKEN_REJECTED, "The grant in memory is dead.");
  }

  /** The operator's client is refused, as an adapter says it. */
  public static CloudException invalidClient() {
    return new CloudException(ErrorKind.MISCONFIGURED, "The client in memory is refused.");
  }

  /** The authorization server is away, as an adapter says it. */
  public static CloudException unavailable() {
    return new CloudException(ErrorKind.UNAVAILABLE, "The server in memory is away.");
  }

  /** The next calls of an operation fail, before anything is done. */
  public void failNext(String operation, int calls, CloudException failure) {
    add(next, operation, calls, failure);
  }

  /** Every call of an operation fails, before anything is done, until {@link #mend}. */
  public void fail(String operation, CloudException failure) {
    always.put(operation, failure);
  }

  /** The next calls of an operation are done, but their callers are told this. */
  public void loseAnswers(String operation, int calls, CloudException failure) {
    add(lost, operation, calls, failure);
  }

  /** The next call of an operation waits before anything is done; counted already. */
  public MemoryHold hold(String operation) {
    return hold(holds, operation);
  }

  /** The next call of an operation is done, and then its answer waits. */
  public MemoryHold holdAnswer(String operation) {
    return hold(answerHolds, operation);
  }

  /** Nothing fails any more; what is held stays held. */
  public void mend() {
    next.clear();
    lost.clear();
    always.clear();
  }

  /** How often an operation was called, failed calls included. */
  public int calls(String operation) {
    return counter(operation).get();
  }

  void before(String operation) {
    counter(operation).incrementAndGet();
    passNext(holds, operation);
    throwNext(next, operation);
    CloudException failure = always.get(operation);
    if (failure != null) {
      throw failure;
    }
  }

  void after(String operation) {
    passNext(answerHolds, operation);
    throwNext(lost, operation);
  }

  private AtomicInteger counter(String operation) {
    return calls.computeIfAbsent(operation, name -> new AtomicInteger());
  }

  private static void add(
      Map<String, Deque<CloudException>> to, String operation, int calls, CloudException failure) {
    for (int i = 0; i < calls; i++) {
      of(to, operation).add(failure);
    }
  }

  private static MemoryHold hold(Map<String, Deque<MemoryHold>> to, String operation) {
    MemoryHold hold = new MemoryHold();
    of(to, operation).add(hold);
    return hold;
  }

  private static void passNext(Map<String, Deque<MemoryHold>> from, String operation) {
    MemoryHold hold = of(from, operation).poll();
    if (hold != null) {
      hold.pass();
    }
  }

  private static void throwNext(Map<String, Deque<CloudException>> from, String operation) {
    CloudException failure = of(from, operation).poll();
    if (failure != null) {
      throw failure;
    }
  }

  private static <T> Deque<T> of(Map<String, Deque<T>> map, String operation) {
    return map.computeIfAbsent(operation, name -> new ConcurrentLinkedDeque<>());
  }
}
