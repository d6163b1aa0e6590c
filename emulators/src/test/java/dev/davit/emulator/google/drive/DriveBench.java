package dev.davit.emulator.google.drive;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An emulated Drive for the tests of a class, in which Ada may do everything. */
abstract class DriveBench {
  @TempDir static Path dir;
  static DriveEmulator drive;
  static GoogleEmulator google;
  static GoogleAccount ada;
  static Api api;

  /** Ada's own folder. */
  static String root;

  @BeforeAll
  static void start() {
    drive = new DriveEmulator();
    google = Api.start(dir, drive);
    ada = google.addAccount("ada@example.org");
    api = Api.of(google, ada, "drive");
    root = drive.items().root(ada.email());
  }

  @AfterEach
  void mend() {
    google.clearFaults();
  }

  @AfterAll
  static void stop() {
    google.close();
  }
}
