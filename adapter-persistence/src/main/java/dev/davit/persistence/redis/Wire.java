package dev.davit.persistence.redis;

import io.lettuce.core.cluster.api.sync.RedisClusterCommands;

/**
 * One connection to a Redis, which is never mended: whoever finds it broken closes it and dials
 * anew. So no command is ever sent twice.
 */
interface Wire extends AutoCloseable {
  /** What may be sent. Each command ends within the time-out, by an exception if it must. */
  RedisClusterCommands<String, byte[]> commands();

  /**
   * Comes back if it answers and may be written to.
   *
   * @throws io.lettuce.core.RedisException if not
   */
  void probe();

  /** Whether there is still somebody at the other end, as far as is known. */
  boolean isOpen();

  @Override
  void close();
}
