package dev.davit.demo;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An emulated Nextcloud with one user and some files. */
final class DemoNextcloud implements AutoCloseable {
  static final String LOGIN = "captain@example.org";
  static final String USER_ID = "captain";
  static final String PASSWORD = "ahoy";
  private static final String MARGIN = " ".repeat(14);

  private final NextcloudEmulator emulator;

  private DemoNextcloud(NextcloudEmulator emulator) {
    this.emulator = emulator;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException when the port is taken
   */
  static DemoNextcloud start(Path folder, int port) throws IOException {
    NextcloudEmulator emulator = NextcloudEmulator.at(folder).port(port).start();
    try {
      emulator.addUser(LOGIN, USER_ID, PASSWORD);
      fill(emulator.files(USER_ID));
      return new DemoNextcloud(emulator);
    } catch (IOException | RuntimeException e) {
      emulator.close();
      throw e;
    }
  }

  private static void fill(Path home) throws IOException {
    Files.writeString(
        home.resolve("Readme.md"), "# Welcome\nThis file lives in an emulated Nextcloud.\n");
    Path photos = Files.createDirectories(home.resolve("Photos"));
    Files.writeString(photos.resolve("Harbour at dawn.txt"), "Imagine a picture.\n");
    Path documents = Files.createDirectories(home.resolve("Documents"));
    Files.writeString(documents.resolve("Crew list & wages (2026).txt"), "The cook: 12.\n");
    Files.createDirectories(documents.resolve("Charts"));
  }

  NextcloudEmulator emulator() {
    return emulator;
  }

  /** Its address and how to log in, in lines. */
  String whatToType() {
    return String.join(
        System.lineSeparator(),
        MARGIN + "address:  " + emulator.address(),
        MARGIN + "user:     " + LOGIN + "   (user id " + USER_ID + ")",
        MARGIN + "password: " + PASSWORD);
  }

  @Override
  public void close() {
    emulator.close();
  }
}
