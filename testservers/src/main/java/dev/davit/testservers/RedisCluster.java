package dev.davit.testservers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Redis Cluster of three shards, each without a replica, that asks for a password. */
public final class RedisCluster extends RedisServer {
  private static final int SHARDS = 3;
  private static final int SLOTS = 16_384;

  private final String password = UUID.randomUUID().toString();
  private final List<RedisProcess> shards =
      Stream.generate(() -> new RedisProcess(password)).limit(SHARDS).toList();

  private RedisCluster() {
    launch();
    RedisProcess first = shards.get(0);
    for (int i = 0; i < SHARDS; i++) {
      RedisProcess shard = shards.get(i);
      shard.call("CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
      shard.call(addSlots(SLOTS * i / SHARDS, SLOTS * (i + 1) / SHARDS));
      first.call("CLUSTER", "MEET", "127.0.0.1", "" + shard.port());
    }
    awaitAll();
  }

  /** The one that all tests of this JVM share; it ends with the JVM. */
  public static RedisCluster shared() {
    return Shared.SERVER;
  }

  /** One of one's own. The caller closes it. */
  public static RedisCluster open() {
    return new RedisCluster();
  }

  private static String[] addSlots(int first, int end) {
    return Stream.concat(
            Stream.of("CLUSTER", "ADDSLOTS"),
            IntStream.range(first, end).mapToObj(Integer::toString))
        .toArray(String[]::new);
  }

  @Override
  public String url() {
    return shards.stream()
        .map(shard -> "127.0.0.1:" + shard.port())
        .collect(Collectors.joining(",", "redis-cluster://:" + password + "@", ""));
  }

  @Override
  List<RedisProcess> processes() {
    return shards;
  }

  @Override
  List<RedisProcess> primaries() {
    return shards;
  }

  @Override
  public void start() {
    launch();
    awaitAll();
  }

  private void launch() {
    for (RedisProcess shard : shards) {
      shard.start(shard.dataOptions("--cluster-enabled", "yes", "--cluster-node-timeout", "2000"));
    }
  }

  /** Kills one shard of the three; {@link #start()} brings it back. */
  public void stopOne() {
    shards.get(0).stop();
  }

  /** One shard of the three answers nothing, until all are thawed. */
  public void freezeOne() {
    shards.get(0).freeze();
  }

  private void awaitAll() {
    Await.that("the Cluster serves", () -> shards.stream().allMatch(RedisCluster::serves));
  }

  private static boolean serves(RedisProcess shard) {
    return shard.call("CLUSTER", "INFO") instanceof byte[] info
        && new String(info, StandardCharsets.US_ASCII).contains("cluster_state:ok");
  }

  private static final class Shared {
    static final RedisCluster SERVER = open();
  }
}
