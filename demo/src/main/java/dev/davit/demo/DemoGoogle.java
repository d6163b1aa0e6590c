package dev.davit.demo;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An emulated Google with two accounts and some files. */
final class DemoGoogle extends DemoOAuthCloud<GoogleEmulator> {
  static final String EMAIL = "captain@example.org";
  static final String OTHER = "mate@example.org";

  private final GoogleAccount captain;

  private DemoGoogle(GoogleEmulator emulator, GoogleAccount captain) {
    super(emulator, "GOOGLE", List.of(EMAIL, OTHER));
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

  /** Whose files there are. */
  GoogleAccount captain() {
    return captain;
  }

  @Override
  Map<String, String> settings() {
    return settings(GoogleEmulator.CLIENT.id(), GoogleEmulator.CLIENT.secret());
  }
}
