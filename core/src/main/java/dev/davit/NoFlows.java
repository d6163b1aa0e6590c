package dev.davit;

import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import java.time.Duration;
import java.util.Optional;

/** For providers none of which has anything to keep there. */
final class NoFlows implements Flows {
  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    throw new IllegalStateException("no flows were given");
  }

  @Override
  public Optional<Flow> take(String key) {
    return Optional.empty();
  }

  @Override
  public Optional<Flow> find(String key) {
    return Optional.empty();
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    return false;
  }
}
