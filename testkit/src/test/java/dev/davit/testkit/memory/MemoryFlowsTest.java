package dev.davit.testkit.memory;

import dev.davit.ports.Flows;
import dev.davit.testkit.contract.FlowsContract;

class MemoryFlowsTest extends FlowsContract {
  @Override
  protected Flows open(TestClock clock) {
    return new MemoryFlows(clock);
  }
}
