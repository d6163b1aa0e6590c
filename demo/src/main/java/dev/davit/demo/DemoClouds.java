package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The emulated clouds.
 *
 * @param nextcloud a Nextcloud
 * @param google Google, all of its hosts
 */
record DemoClouds(DemoNextcloud nextcloud, DemoGoogle google) implements AutoCloseable {

  /**
   * Starts them, or none.
   *
   * @param folder where they keep what they have
   * @param port where the first will be, and the next behind it; 0 for any that are free
   * @throws IllegalStateException when a port is taken
   */
  static DemoClouds start(Path folder, int port) throws IOException {
    DemoNextcloud nextcloud = DemoNextcloud.start(folder.resolve("nextcloud"), port);
    try {
      int next = port == 0 ? 0 : port + 1;
      return new DemoClouds(nextcloud, DemoGoogle.start(folder.resolve("google"), next));
    } catch (RuntimeException e) {
      nextcloud.close();
      throw e;
    }
  }

  @Override
  public void close() {
    google.close();
    nextcloud.close();
  }
}
