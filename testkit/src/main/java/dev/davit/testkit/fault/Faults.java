package dev.davit.testkit.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A plan of what goes wrong, by operation and call, both counted from 1. Operations are named as
 * the methods of the ports are; {@link #ANY} counts all calls. Safe for use by many threads.
 */
public final class Faults {
  /** Every operation: counts and strikes whatever is called. */
  public static final String ANY = "*";

  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, Runnable>> before = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, Runnable>> after = new ConcurrentHashMap<>();

  /** The nth call fails and nothing is done. */
  public Faults failAt(String operation, int call, Supplier<? extends RuntimeException> failure) {
    return plan(before, operation, call, () -> raise(failure));
  }

  /** The nth call is done, but its caller gets this exception: the answer was lost. */
  public Faults failAfter(
      String operation, int call, Supplier<? extends RuntimeException> failure) {
    return plan(after, operation, call, () -> raise(failure));
  }

  /** The process dies at the nth call, before anything of it is done. */
  public Faults dieAt(String operation, int call) {
    return plan(before, operation, call, Faults::die);
  }

  /** The process dies once the nth call is done: committed, written, sent. */
  public Faults dieAfter(String operation, int call) {
    return plan(after, operation, call, Faults::die);
  }

  /** The nth call stops at a checkpoint before anything of it is done. */
  public Faults pauseAt(String operation, int call, Checkpoint checkpoint) {
    return plan(before, operation, call, checkpoint::pass);
  }

  /** The nth call stops at a checkpoint once it is done, before its caller hears of it. */
  public Faults pauseAfter(String operation, int call, Checkpoint checkpoint) {
    return plan(after, operation, call, checkpoint::pass);
  }

  /** How often an operation was called so far. */
  public int calls(String operation) {
    return counter(operation).get();
  }

  /** Makes a call, with whatever was planned for it. */
  <T> T around(String operation, Supplier<T> call) {
    int number = counter(operation).incrementAndGet();
    int anyNumber = counter(ANY).incrementAndGet();
    strike(before, operation, number);
    strike(before, ANY, anyNumber);
    T result = call.get();
    strike(after, operation, number);
    strike(after, ANY, anyNumber);
    return result;
  }

  private Faults plan(
      Map<String, Map<Integer, Runnable>> when, String operation, int call, Runnable fault) {
    when.computeIfAbsent(operation, name -> new ConcurrentHashMap<>()).put(call, fault);
    return this;
  }

  private static void strike(Map<String, Map<Integer, Runnable>> when, String operation, int call) {
    when.getOrDefault(operation, Map.of()).getOrDefault(call, () -> {}).run();
  }

  private AtomicInteger counter(String operation) {
    return calls.computeIfAbsent(operation, name -> new AtomicInteger());
  }

  private static void raise(Supplier<? extends RuntimeException> failure) {
    throw failure.get();
  }

  private static void die() {
    throw new SimulatedDeath();
  }
}
