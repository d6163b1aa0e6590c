package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at a {@link MemoryServer}, switched on and off while it is in use. Operations are
 * named as the methods of the ports are: {@code list}, {@code createFolder}, {@code verify}, …
 */
public final class MemoryFaults {
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ErrorKind> always = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ErrorKind> once = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ErrorKind> lost = new ConcurrentHashMap<>();
  private final AtomicReference<OptionalLong> breakOff =
      new AtomicReference<>(OptionalLong.empty());
  private volatile boolean down;

  MemoryFaults() {}

  /** Every call of an operation fails, before anything is done, until {@link #mend}. */
  public void fail(String operation, ErrorKind kind) {
    always.put(operation, kind);
  }

  /** The next call of an operation fails, before anything is done. */
  public void failOnce(String operation, ErrorKind kind) {
    once.put(operation, kind);
  }

  /**
   * The next call of an operation is done, but its caller is told {@link ErrorKind#UNAVAILABLE}.
   */
  public void loseAnswerOnce(String operation) {
    lost.put(operation, ErrorKind.UNAVAILABLE);
  }

  /**
   * The next write ends as if the line had gone dead: {@link ErrorKind#UNAVAILABLE}, and what had
   * arrived stays behind, unseen, until {@code recover}.
   *
   * @param bytes after how many bytes
   */
  public void breakOffNextWrite(long bytes) {
    breakOff.set(OptionalLong.of(bytes));
  }

  /**
   * The server is away: every call fails with {@link ErrorKind#UNAVAILABLE} until {@link #mend}.
   */
  public void down() {
    down = true;
  }

  /** Nothing goes wrong any more. */
  public void mend() {
    down = false;
    always.clear();
    once.clear();
    lost.clear();
    breakOff.set(OptionalLong.empty());
  }

  /** How often an operation was called, failed calls included. */
  public int calls(String operation) {
    return counter(operation).get();
  }

  void before(String operation) {
    counter(operation).incrementAndGet();
    if (down) {
      throw failure(ErrorKind.UNAVAILABLE);
    }
    throwIf(once.remove(operation));
    throwIf(always.get(operation));
  }

  void after(String operation) {
    throwIf(lost.remove(operation));
  }

  long takeBreakOff() {
    return breakOff.getAndSet(OptionalLong.empty()).orElse(Long.MAX_VALUE);
  }

  private AtomicInteger counter(String operation) {
    return calls.computeIfAbsent(operation, name -> new AtomicInteger());
  }

  private static void throwIf(@Nullable ErrorKind kind) {
    if (kind != null) {
      throw failure(kind);
    }
  }

  static CloudException failure(ErrorKind kind) {
    return new CloudException(kind, "The storage in memory was told to fail.");
  }
}
