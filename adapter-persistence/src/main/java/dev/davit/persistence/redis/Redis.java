package dev.davit.persistence.redis;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flows;
import dev.davit.ports.RateLimiter;
import java.time.Duration;

/**
 * What the nodes of one Davit share in Redis for a while: pending connects, and how often things
 * were done. All of it may be lost at any time; nothing that was acknowledged to a user depends on
 * it.
 *
 * <p>While Redis is away every call fails at once, but the few that find it out, which wait half a
 * second. It is used again about a second after it answers again. Safe for use by many threads,
 * virtual ones too.
 */
public final class Redis implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Link link = new Link();
  private final Dial dial;
  private final Keeper keeper;

  private Redis(RedisSettings settings, Duration patience) {
    dial = new Dial(settings, patience);
    keeper = new Keeper(dial, link);
  }

  /**
   * Connects, and stays connected. A Redis that is away is no error: it is tried again, for ever.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} if what answers is no Redis of this
   *     kind, is too old, or refuses the log-in
   */
  public static Redis open(RedisSettings settings) {
    return open(settings, PATIENCE);
  }

  /**
   * With another patience, for tests of what Redis answers and not of how soon.
   *
   * @param patience how long any command may take
   */
  static Redis open(RedisSettings settings, Duration patience) {
    Redis redis = new Redis(settings, patience);
    try {
      redis.keeper.start();
    } catch (RuntimeException e) {
      redis.dial.close();
      throw e;
    }
    return redis;
  }

  /**
   * Pending connects. Fails closed while Redis is away: {@link ErrorKind#UNAVAILABLE}. A put under
   * a key that is in use is a {@link ErrorKind#CONFLICT}.
   */
  public Flows flows() {
    return new RedisFlows(link);
  }

  /**
   * Limits that all nodes count together. Names are kept hashed.
   *
   * @param whileAway decides while Redis is away; usually each node for itself
   */
  public RateLimiter rateLimiter(RateLimiter whileAway) {
    return new RedisRateLimiter(link, whileAway);
  }

  /**
   * Comes back if Redis answers within half a second and may be written to.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if not
   */
  public void check() {
    link.probe();
  }

  /** Hangs up and ends the threads; whoever calls from then on is told UNAVAILABLE. */
  @Override
  public void close() {
    keeper.close();
    dial.close();
  }

  Link link() {
    return link;
  }
}
