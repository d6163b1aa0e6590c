package dev.davit.drive;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An emulated Google for the tests of a class; what goes wrong there is mended after each. */
abstract class GoogleBench {
  @TempDir static Path folder;
  static Googles googles;

  @BeforeAll
  static void start() {
    googles = Googles.start(folder);
  }

  @AfterAll
  static void stop() {
    googles.close();
  }

  @AfterEach
  void mend() {
    googles.google().clearFaults();
  }

  static int port() {
    return googles.google().url().getPort();
  }
}
