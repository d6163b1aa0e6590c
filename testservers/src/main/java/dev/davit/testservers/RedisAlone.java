package dev.davit.testservers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Redis by itself. */
public final class RedisAlone extends RedisServer {
  private final RedisProcess process;
  private final @Nullable String password;

  private RedisAlone(@Nullable String password) {
    this.password = password;
    this.process = new RedisProcess(password);
    start();
  }

  /** The one that all tests of this JVM share, without a password; it ends with the JVM. */
  public static RedisAlone shared() {
    return Shared.SERVER;
  }

  /** One of one's own, without a password. The caller closes it. */
  public static RedisAlone open() {
    return new RedisAlone(null);
  }

  /**
   * One of one's own that asks for this password. The caller closes it.
   *
   * @param password letters and digits
   */
  public static RedisAlone open(String password) {
    return new RedisAlone(password);
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return process.port();
  }

  @Override
  public String url() {
    return "redis://" + (password == null ? "" : ":" + password + "@") + "127.0.0.1:" + port();
  }

  @Override
  List<RedisProcess> processes() {
    return List.of(process);
  }

  @Override
  List<RedisProcess> primaries() {
    return List.of(process);
  }

  @Override
  public void start() {
    process.start(process.dataOptions());
  }

  private static final class Shared {
    static final RedisAlone SERVER = open();
  }
}
