package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The emulated clouds. */
final class DemoClouds implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final DemoNextcloud nextcloud;
  private final DemoGoogle google;
  private final DemoMicrosoft microsoft;

  private DemoClouds(Path folder, int port) throws IOException {
    int step = port == 0 ? 0 : 1;
    try {
      nextcloud = DemoNextcloud.start(folder.resolve("nextcloud"), port);
      closing.push(nextcloud::close);
      google = DemoGoogle.start(folder.resolve("google"), port + step);
      closing.push(google::close);
      microsoft = DemoMicrosoft.start(folder.resolve("microsoft"), port + 2 * step);
      closing.push(microsoft::close);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts them, or none.
   *
   * @param folder where they keep what they have
   * @param port where the first will be, and the next behind it; 0 for any that are free
   * @throws IllegalStateException when a port is taken
   */
  static DemoClouds start(Path folder, int port) throws IOException {
    return new DemoClouds(folder, port);
  }

  DemoNextcloud nextcloud() {
    return nextcloud;
  }

  DemoGoogle google() {
    return google;
  }

  DemoMicrosoft microsoft() {
    return microsoft;
  }

  /** What points a server at those that need it, in order. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(google.settings());
    settings.putAll(microsoft.settings());
    return settings;
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
