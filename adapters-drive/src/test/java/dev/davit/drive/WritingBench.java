package dev.davit.drive;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody new writes to an emulated Drive in each test. */
abstract class WritingBench extends GoogleBench {
  Writer ada;

  @BeforeEach
  void begin() {
    googles.drive().endUploads(404);
    ada = Writer.at(googles);
    googles.google().requests().clear();
  }

  @AfterEach
  void end() {
    ada.close();
  }
}
