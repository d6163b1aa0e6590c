package dev.davit.emulator.google;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An emulated Google for the tests of a class, at which Ada has an account. */
abstract class GoogleBench {
  @TempDir static Path dir;
  static GoogleEmulator google;
  static GoogleAccount ada;
  static Walk walk;

  @BeforeAll
  static void start() {
    google = GoogleEmulator.start(dir);
    ada = google.addAccount("ada@example.org");
    walk = new Walk(google);
  }

  @AfterAll
  static void stop() {
    google.close();
  }
}
