package dev.davit.persistence.redis;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pending connects in Redis, which forgets them by its own clock. A take that is not answered in
 * time is not repeated: whether the flow was taken by it nobody knows, and nobody gets it.
 */
record RedisFlows(Link link) implements Flows {
  private static final String PREFIX = "davit:flow:";

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("a flow lives longer than no time");
    }
    SetArgs ifNew = SetArgs.Builder.nx().px(Math.max(1, lifetime.toMillis()));
    @Nullable String answer =
        link.<@Nullable String>call(
            redis -> redis.set(PREFIX + key, flow.sealed().toArray(), ifNew));
    if (answer == null) {
      throw new CloudException(ErrorKind.CONFLICT, "A flow is kept under this key already.");
    }
  }

  @Override
  public Optional<Flow> take(String key) {
    byte @Nullable [] sealed = link.<byte @Nullable []>call(redis -> redis.getdel(PREFIX + key));
    return Optional.ofNullable(sealed).map(bytes -> new Flow(Bytes.of(bytes)));
  }
}
