package dev.davit.testkit.memory;

import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Pending connects in memory. What expired stays until it is asked for. */
public final class MemoryFlows implements Flows {
  private final ConcurrentMap<String, Kept> flows = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MemoryFlows(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    flows.put(key, new Kept(flow, clock.instant().plus(lifetime)));
  }

  @Override
  public Optional<Flow> take(String key) {
    return Optional.ofNullable(flows.remove(key))
        .filter(kept -> clock.instant().isBefore(kept.until()))
        .map(Kept::flow);
  }

  @Override
  public Optional<Flow> find(String key) {
    return Optional.ofNullable(flows.get(key))
        .filter(kept -> clock.instant().isBefore(kept.until()))
        .map(Kept::flow);
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    Instant now = clock.instant();
    Kept kept = flows.get(key);
    return kept != null
        && now.isBefore(kept.until())
        && kept.flow().equals(old)
        && flows.replace(key, kept, new Kept(next, now.plus(lifetime)));
  }

  private record Kept(Flow flow, Instant until) {}
}
