package dev.davit.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process of Redis on 127.0.0.1, at a port that it keeps. It writes nothing to disk by itself:
 * whatever ends it loses what it held.
 */
final class RedisProcess {
  private final int port = LoopbackPorts.pick();
  private final Path folder;
  private final @Nullable String password;
  private volatile @Nullable Process running;

  /**
   * @param password that it asks for; null if none
   */
  RedisProcess(@Nullable String password) {
    this.password = password;
    try {
      folder = Files.createTempDirectory("davit-redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  /** Starts it, and comes back when it answers. */
  void start(String... options) {
    if (running != null) {
      return;
    }
    LoopbackPorts.release(port);
    try {
      running = launch(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.that("Redis answers", this::answers);
  }

  private boolean answers() {
    Process process = running;
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException("Redis ended at once: " + log());
    }
    return call("PING") != null;
  }

  private Process launch(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(RedisBinary.program().toString()));
    words.addAll(List.of(options));
    words.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", folder.toString()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /** What it said since it was made. */
  Path log() {
    return folder.resolve("redis.log");
  }

  /** The options of a process that holds data. */
  String[] dataOptions(String... more) {
    List<String> options =
        new ArrayList<>(List.of("--save", "", "--appendonly", "no", "--rdbcompression", "no"));
    if (password != null) {
      options.addAll(List.of("--requirepass", password, "--masterauth", password));
    }
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  /** Kills it; it says no good-bye. */
  void stop() {
    Process process = running;
    if (process != null) {
      process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
      running = null;
    }
  }

  /** It keeps its connections and answers nothing, until it is thawed. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    Process process = running;
    if (process == null) {
      throw new IllegalStateException("it does not run");
    }
    try {
      new ProcessBuilder("kill", name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it answers to one command: a String, a Long, bytes, a list of those, or null. */
  @Nullable Object call(String... words) {
    try (Resp line = new Resp(port)) {
      if (password != null) {
        line.call("AUTH", password);
      }
      return line.call(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it for good. */
  void close() {
    stop();
    LoopbackPorts.release(port);
    Folders.delete(folder);
  }
}
