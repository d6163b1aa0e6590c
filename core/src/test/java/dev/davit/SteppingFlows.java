package dev.davit;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Flows that die after each call, can't be reached, or show what is in them. */
final class SteppingFlows implements Flows {
  private final Flows flows;
  private final Steps steps;
  private final AtomicInteger callsUntilDown = new AtomicInteger(Integer.MAX_VALUE);
  private final Map<String, Flow> kept = new ConcurrentHashMap<>();

  /** Runs once before the next put. */
  volatile Runnable beforePut = () -> {};

  SteppingFlows(Flows flows, Steps steps) {
    this.flows = flows;
    this.steps = steps;
  }

  /** So many calls from now on they are out of reach, until {@link #mend}. */
  void downAfter(int calls) {
    callsUntilDown.set(calls);
  }

  void mend() {
    callsUntilDown.set(Integer.MAX_VALUE);
  }

  /** What is in them, by key. */
  Map<String, Flow> kept() {
    return Map.copyOf(kept);
  }

  /** As if somebody had written into all that is in them. */
  void alterAll() {
    kept().forEach((key, flow) -> replace(key, flow, altered(flow), Duration.ofDays(1)));
  }

  private static Flow altered(Flow flow) {
    byte[] bytes = flow.sealed().toArray();
    bytes[bytes.length - 1] ^= 1;
    return new Flow(Bytes.of(bytes));
  }

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    countDown();
    Runnable hook = beforePut;
    beforePut = () -> {};
    hook.run();
    flows.put(key, flow, lifetime);
    kept.put(key, flow);
    steps.here();
  }

  @Override
  public Optional<Flow> take(String key) {
    countDown();
    Optional<Flow> taken = flows.take(key);
    taken.ifPresent(flow -> kept.remove(key, flow));
    steps.here();
    return taken;
  }

  @Override
  public Optional<Flow> find(String key) {
    countDown();
    Optional<Flow> found = flows.find(key);
    steps.here();
    return found;
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    countDown();
    boolean replaced = flows.replace(key, old, next, lifetime);
    if (replaced) {
      kept.put(key, next);
    }
    steps.here();
    return replaced;
  }

  private void countDown() {
    if (callsUntilDown.get() != Integer.MAX_VALUE && callsUntilDown.getAndDecrement() <= 0) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The flows can't be reached.");
    }
  }
}
