package dev.davit.testservers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A real Redis of whatever kind on 127.0.0.1. It keeps its ports over a stop, and nothing else:
 * whatever ends it loses what it held.
 */
public abstract sealed class RedisServer implements AutoCloseable
    permits RedisAlone, RedisCluster, RedisSentinels {
  RedisServer() {}

  /** Its address as clients of Davit are told it, with user and password where there are any. */
  public abstract String url();

  /** All of its processes, those that hold data first. */
  abstract List<RedisProcess> processes();

  /** The processes that hold data and may be written to. */
  abstract List<RedisProcess> primaries();

  /** Starts what does not run, and comes back when it can be written to. */
  public abstract void start();

  /** Kills every process. */
  public void stop() {
    processes().forEach(RedisProcess::stop);
  }

  /** From now on it takes what is sent, and answers nothing. */
  public void freeze() {
    processes().forEach(RedisProcess::freeze);
  }

  /** It goes on, with what was sent to it meanwhile first. */
  public void thaw() {
    processes().forEach(RedisProcess::thaw);
  }

  /** Removes everything that it holds. */
  public void flush() {
    primaries().forEach(each -> each.call("FLUSHALL"));
  }

  /** Runs a command at every process that may be written to, and answers what each of them says. */
  public List<Object> call(String... words) {
    return primaries().stream()
        .map(each -> Objects.requireNonNullElse(each.call(words), ""))
        .toList();
  }

  /** The names of all that it holds. */
  public List<String> keys() {
    return primaries().stream().flatMap(each -> keys(each).stream()).sorted().toList();
  }

  private static List<String> keys(RedisProcess process) {
    List<?> names = (List<?>) Objects.requireNonNull(process.call("KEYS", "*"));
    return names.stream().map(name -> new String((byte[]) name, StandardCharsets.UTF_8)).toList();
  }

  /**
   * All that it holds, for searches: what it would write to disk, uncompressed; every key with its
   * value; and what it logged.
   */
  public byte[] dump() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (RedisProcess each : primaries()) {
        dump(each, all);
      }
      for (RedisProcess each : processes()) {
        all.write(Files.readAllBytes(each.log()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private static void dump(RedisProcess process, ByteArrayOutputStream all) throws IOException {
    process.call("SAVE");
    Path saved = process.folder().resolve("dump.rdb");
    all.write(Files.readAllBytes(saved));
    Files.delete(saved); // or it would be read at the next start
    for (String key : keys(process)) {
      all.write(key.getBytes(StandardCharsets.UTF_8));
      if (process.call("DUMP", key) instanceof byte[] value) {
        all.write(value);
      }
    }
  }

  /** Ends it for good. */
  @Override
  public void close() {
    processes().forEach(RedisProcess::close);
  }
}
