package dev.davit.persistence.redis;

import dev.davit.ports.Flows;
import dev.davit.testkit.contract.FlowsContract;
import dev.davit.testkit.memory.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
final class RedisFlowsContractTest extends FlowsContract {
  private final Kind kind;
  private @Nullable Redis redis;

  RedisFlowsContractTest(Kind kind) {
    this.kind = kind;
  }

  @Override
  protected Flows open(TestClock clock) {
    Redis opened = kind.openEmpty();
    redis = opened;
    return new ClockedFlows(opened, clock);
  }

  @AfterEach
  void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
