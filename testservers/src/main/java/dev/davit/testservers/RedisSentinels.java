package dev.davit.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A primary, a replica and three Sentinels, which put the replica in the primary's place about four
 * seconds after that is gone; not within half a minute after a freeze of all, when they distrust
 * their clocks. The two ask for a password, the Sentinels do not.
 */
public final class RedisSentinels extends RedisServer {
  /** The name under which the Sentinels know the two. */
  public static final String NAME = "davit";

  private final String password = UUID.randomUUID().toString();
  private final List<RedisProcess> sentinels =
      Stream.generate(() -> new RedisProcess(null)).limit(3).toList();
  private RedisProcess primary = new RedisProcess(password);
  private RedisProcess replica = new RedisProcess(password);

  private RedisSentinels() {
    sentinels.forEach(this::configure);
    start();
  }

  /** Those that all tests of this JVM share; they end with the JVM. */
  public static RedisSentinels shared() {
    return Shared.SERVER;
  }

  /** Some of one's own. The caller closes them. */
  public static RedisSentinels open() {
    return new RedisSentinels();
  }

  private void configure(RedisProcess sentinel) {
    String monitor = NAME + " 127.0.0.1 " + primary.port() + " 2\n";
    write(
        sentinel.folder().resolve("sentinel.conf"),
        ("sentinel monitor " + monitor)
            + ("sentinel auth-pass " + NAME + " " + password + "\n")
            + ("sentinel down-after-milliseconds " + NAME + " 3000\n")
            + ("sentinel failover-timeout " + NAME + " 3000\n"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String url() {
    return sentinels.stream()
        .map(sentinel -> "127.0.0.1:" + sentinel.port())
        .collect(Collectors.joining(",", "redis-sentinel://:" + password + "@", "/0#" + NAME));
  }

  @Override
  List<RedisProcess> processes() {
    return Stream.concat(Stream.of(primary, replica), sentinels.stream()).toList();
  }

  @Override
  List<RedisProcess> primaries() {
    return List.of(primary);
  }

  @Override
  public void stop() {
    sentinels.forEach(RedisProcess::stop); // first, or they would act on what they see
    primary.stop();
    replica.stop();
  }

  @Override
  public void start() {
    primary.start(primary.dataOptions());
    replica.start(replica.dataOptions("--replicaof", "127.0.0.1", "" + primary.port()));
    Await.that("the replica follows", this::follows); // Sentinels look only every ten seconds
    for (RedisProcess sentinel : sentinels) {
      String file = sentinel.folder().resolve("sentinel.conf").toString();
      sentinel.start(file, "--sentinel");
    }
    Await.that("the Sentinels agree", () -> sentinels.stream().allMatch(this::isReady));
  }

  /** Kills the primary, and comes back when the Sentinels have put the replica in its place. */
  public void failOver() {
    primary.stop();
    awaitOther();
  }

  /** The primary answers nothing any more; comes back when the other has its place. */
  public void failOverFrozen() {
    primary.freeze();
    awaitOther();
  }

  private void awaitOther() {
    String wanted = "" + replica.port();
    Await.that(
        "the Sentinels put the replica in the primary's place",
        () ->
            sentinels.stream().allMatch(each -> wanted.equals(primaryPort(each)))
                && role(replica).equals("master"));
    RedisProcess former = primary;
    primary = replica;
    replica = former;
  }

  private static String primaryPort(RedisProcess sentinel) {
    return sentinel.call("SENTINEL", "GET-MASTER-ADDR-BY-NAME", NAME) instanceof List<?> address
            && address.size() == 2
        ? text(address.get(1))
        : "";
  }

  private static String role(RedisProcess process) {
    return process.call("ROLE") instanceof List<?> role ? text(role.get(0)) : "";
  }

  private boolean follows() {
    return replica.call("ROLE") instanceof List<?> role
        && role.stream().map(RedisSentinels::text).anyMatch("connected"::equals);
  }

  private static String text(Object field) {
    return field instanceof byte[] bytes ? new String(bytes, StandardCharsets.US_ASCII) : "";
  }

  private boolean isReady(RedisProcess sentinel) {
    return sentinel.call("SENTINEL", "CKQUORUM", NAME) instanceof String said
        && said.startsWith("OK 3")
        && sentinel.call("SENTINEL", "REPLICAS", NAME) instanceof List<?> replicas
        && replicas.size() == 1
        && replicas.get(0) instanceof List<?> fields
        && fields.stream().map(RedisSentinels::text).anyMatch("ok"::equals);
  }

  private static final class Shared {
    static final RedisSentinels SERVER = open();
  }
}
