package dev.davit.demo;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An emulated Google with two accounts and some files. */
final class DemoGoogle implements AutoCloseable {
  static final String EMAIL = "captain@example.org";
  static final String OTHER = "mate@example.org";
  private static final String MARGIN = " ".repeat(14);

  private final GoogleEmulator emulator;
  private final GoogleAccount captain;

  private DemoGoogle(GoogleEmulator emulator, GoogleAccount captain) {
    this.emulator = emulator;
    this.captain = captain;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException when the port is taken
   */
  static DemoGoogle start(Path folder, int port) {
    DriveEmulator drive = new DriveEmulator();
    GoogleEmulator emulator = GoogleEmulator.at(folder).port(port).with(drive).start();
    GoogleAccount captain = emulator.addAccount(EMAIL);
    emulator.addAccount(OTHER);
    DemoDrive.fill(drive.items(), captain.email());
    return new DemoGoogle(emulator, captain);
  }

  GoogleEmulator emulator() {
    return emulator;
  }

  /** Whose files there are. */
  GoogleAccount captain() {
    return captain;
  }

  /** What points a server at it. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DAVIT_DEV_GOOGLE_URL", address());
    settings.put("DAVIT_GOOGLE_CLIENT_ID", GoogleEmulator.CLIENT.id());
    settings.put("DAVIT_GOOGLE_CLIENT_SECRET", GoogleEmulator.CLIENT.secret());
    return settings;
  }

  /** Without a slash at the end. */
  private String address() {
    String url = emulator.url().toString();
    return url.substring(0, url.length() - 1);
  }

  /** Who can be chosen on its pages, and where it is, in lines. */
  String whatToChoose() {
    return String.join(
        System.lineSeparator(),
        MARGIN + "address:  " + address(),
        MARGIN + "accounts: " + EMAIL + ", " + OTHER + "   (no password)");
  }

  @Override
  public void close() {
    emulator.close();
  }
}
