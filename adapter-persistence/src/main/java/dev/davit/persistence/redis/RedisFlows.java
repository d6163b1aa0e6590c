package dev.davit.persistence.redis;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pending connects in Redis, which forgets them by its own clock. A take that is not answered in
 * time is not repeated: whether the flow was taken by it nobody knows, and nobody gets it.
 */
record RedisFlows(Link link) implements Flows {
  private static final String PREFIX = "davit:flow:";

  /** A key that is gone is the {@code false} of Lua, which is equal to no text. */
  private static final String REPLACE =
      """
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    SetArgs ifNew = SetArgs.Builder.nx().px(millis(lifetime));
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

  @Override
  public Optional<Flow> find(String key) {
    byte @Nullable [] sealed = link.<byte @Nullable []>call(redis -> redis.get(PREFIX + key));
    return Optional.ofNullable(sealed).map(bytes -> new Flow(Bytes.of(bytes)));
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    byte[] millis = Long.toString(millis(lifetime)).getBytes(StandardCharsets.US_ASCII);
    byte[][] values = {old.sealed().toArray(), next.sealed().toArray(), millis};
    String[] keys = {PREFIX + key};
    Long replaced = link.call(redis -> redis.eval(REPLACE, ScriptOutputType.INTEGER, keys, values));
    return replaced > 0;
  }

  private static long millis(Duration lifetime) {
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("a flow lives longer than no time");
    }
    return Math.max(1, lifetime.toMillis());
  }
}
