package dev.davit.persistence.redis;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which Redis, and who logs in there. Redis 6.2 or later.
 *
 * @param kind how it is set up
 * @param nodes the one Redis; or the Sentinels; or some nodes of the Cluster, which name the others
 * @param tls whether every line is encrypted; the certificates are checked by the authorities of
 *     the JVM
 * @param database its number; 0 in a Cluster
 * @param primaryName the name under which the Sentinels know the primary; empty without Sentinels
 * @param user who logs in; null for Redis' default user
 * @param password of that user; null if none is asked for
 * @param sentinelPassword that the Sentinels themselves ask for; null if they don't
 */
public record RedisSettings(
    Kind kind,
    List<RedisNode> nodes,
    boolean tls,
    int database,
    String primaryName,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable Secret sentinelPassword) {
  /** How a Redis is set up. */
  public enum Kind {
    /** One process. */
    ALONE,
    /** A primary and its replicas, watched by Sentinels. */
    SENTINEL,
    /** A Redis Cluster. */
    CLUSTER
  }

  public RedisSettings {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads an address of one of these forms; {@code rediss} in the place of {@code redis} encrypts
   * the lines. Ports and the part before the {@code @} may be left out; in a password {@code %40}
   * stands for {@code @}, and so on.
   *
   * <ul>
   *   <li>{@code redis://user:password@host:6379/0}
   *   <li>{@code redis-sentinel://user:password@host1:26379,host2:26379/0#name}: the hosts are the
   *       Sentinels, the name is the primary's, the log-in is that of the primary
   *   <li>{@code redis-cluster://user:password@host1:6379,host2:6379}
   * </ul>
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} for anything else; the message never
   *     holds a part of the address
   */
  public static RedisSettings parse(String url) {
    return RedisUrl.parse(url);
  }

  /** With who logs in, where the address does not say it. */
  public RedisSettings withLogin(@Nullable String user, @Nullable Secret password) {
    return new RedisSettings(
        kind, nodes, tls, database, primaryName, user, password, sentinelPassword);
  }

  /** With the password that the Sentinels themselves ask for. */
  public RedisSettings withSentinelPassword(Secret other) {
    return new RedisSettings(kind, nodes, tls, database, primaryName, user, password, other);
  }
}
