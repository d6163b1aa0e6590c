package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import java.time.Duration;
import java.util.Optional;

/** Flows that can be out of reach. */
final class BrokenFlows implements Flows {
  private final Flows flows;
  private volatile boolean down;

  BrokenFlows(Flows flows) {
    this.flows = flows;
  }

  void down(boolean away) {
    down = away;
  }

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    check();
    flows.put(key, flow, lifetime);
  }

  @Override
  public Optional<Flow> take(String key) {
    check();
    return flows.take(key);
  }

  @Override
  public Optional<Flow> find(String key) {
    check();
    return flows.find(key);
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    check();
    return flows.replace(key, old, next, lifetime);
  }

  private void check() {
    if (down) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The flows are away.");
    }
  }
}
