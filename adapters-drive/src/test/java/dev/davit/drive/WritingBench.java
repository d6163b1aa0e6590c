package dev.davit.drive;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody new writes to an emulated Drive in each test. */
abstract class WritingBench {
  @TempDir static Path folder;
  static Googles googles;
  Writer ada;

  @BeforeAll
  static void start() {
    googles = Googles.start(folder);
  }

  @AfterAll
  static void stop() {
    googles.close();
  }

  @BeforeEach
  void begin() {
    googles.google().clearFaults();
    googles.drive().endUploads(404);
    ada = Writer.at(googles);
    googles.google().requests().clear();
  }

  @AfterEach
  void end() {
    ada.close();
  }
}
