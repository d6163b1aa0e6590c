package dev.davit.persistence.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.davit.persistence.redis.RedisSettings.Kind;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes connections to one Redis, all over the same few threads. */
final class Dial implements AutoCloseable {
  private static final int THREADS = 2;
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final ClientResources resources =
      DefaultClientResources.builder()
          .ioThreadPoolSize(THREADS)
          .computationThreadPoolSize(THREADS)
          .build();
  private final AbstractRedisClient client;
  private final Supplier<Wire> line;

  /** Whether the last connection was not made, so that its time-out is still to come. */
  private volatile boolean pending;

  /**
   * A dial.
   *
   * @param patience how long any command may take
   */
  Dial(RedisSettings settings, Duration patience) {
    if (settings.kind() == Kind.CLUSTER) {
      RedisClusterClient cluster = RedisClusterClient.create(resources, Uris.of(settings));
      cluster.setOptions(LineOptions.clustered(patience));
      client = cluster;
      line = () -> clustered(cluster);
    } else {
      RedisClient single = RedisClient.create(resources, Uris.of(settings).get(0));
      single.setOptions(LineOptions.single(patience));
      client = single;
      line = () -> new Wires.Single(single.connect(CODEC), settings.database());
    }
  }

  private static Wire clustered(RedisClusterClient client) {
    client.refreshPartitions();
    return new Wires.Clustered(client.connect(CODEC));
  }

  /**
   * A new connection that answers. Everything is asked anew: the Sentinels, who is the primary; the
   * Cluster, who holds what.
   *
   * @throws RuntimeException of Redis' client
   */
  Wire connect() {
    pending = true;
    Wire wire = line.get();
    try {
      wire.probe();
    } catch (RuntimeException e) {
      wire.close();
      throw e;
    }
    pending = false;
    return wire;
  }

  /** Ends the threads; after a connection that was not made a moment later, by themselves. */
  @Override
  public void close() {
    if (!pending) {
      client.shutdown(0, 1, SECONDS);
    }
    long quiet = pending ? LineOptions.GREETING.toMillis() + 500 : 0;
    Future<Boolean> end = resources.shutdown(quiet, quiet + 1000, MILLISECONDS);
    if (!pending) {
      end.awaitUninterruptibly(2, SECONDS);
    }
  }
}
