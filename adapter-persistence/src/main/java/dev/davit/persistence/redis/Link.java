package dev.davit.persistence.redis;

import dev.davit.ports.CloudException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis, open or shut. The first command that fails shuts it, so that nobody else waits
 * for a Redis that does not answer; its {@link Keeper} opens it again.
 */
final class Link {
  private volatile @Nullable Wire open;
  private volatile Runnable onTrouble = () -> {};

  /** What is run, by whoever finds it, when a command has failed; it does not block. */
  void onTrouble(Runnable run) {
    onTrouble = run;
  }

  /**
   * Sends commands.
   *
   * @throws CloudException UNAVAILABLE at once if the way is shut, or if a command fails: then it
   *     is unknown whether Redis has carried it out
   */
  <T extends @Nullable Object> T call(Function<RedisClusterCommands<String, byte[]>, T> work) {
    return over(wire -> work.apply(wire.commands()));
  }

  /** Comes back if Redis answers. */
  void probe() {
    over(
        wire -> {
          wire.probe();
          return true;
        });
  }

  private <T extends @Nullable Object> T over(Function<Wire, T> work) {
    Wire wire = open;
    if (wire == null) {
      throw Faults.away();
    }
    try {
      return work.apply(wire);
    } catch (RedisCommandInterruptedException e) {
      throw Faults.unavailable(e);
    } catch (RedisException e) {
      if (!Faults.isRefusal(e)) {
        shut(wire);
        onTrouble.run();
      }
      throw Faults.unavailable(e);
    }
  }

  void open(Wire wire) {
    open = wire;
  }

  /** Shuts the way over this wire, if it leads there still. */
  synchronized void shut(Wire wire) {
    if (open == wire) {
      open = null;
    }
  }
}
