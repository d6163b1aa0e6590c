package dev.davit.demo;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.graph.GraphEmulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An emulated Microsoft with two personal accounts, one of work, and some files. */
final class DemoMicrosoft extends DemoOAuthCloud<MicrosoftEmulator> {
  static final String EMAIL = "captain@example.org";
  static final String OTHER = "mate@example.org";
  static final String AT_WORK = "captain@shipping.example";

  private final MicrosoftAccount captain;

  private DemoMicrosoft(MicrosoftEmulator emulator, MicrosoftAccount captain) {
    super(emulator, "MICROSOFT", List.of(EMAIL, OTHER, AT_WORK));
    this.captain = captain;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException when the port is taken
   */
  static DemoMicrosoft start(Path folder, int port) {
    GraphEmulator graph = new GraphEmulator();
    MicrosoftEmulator emulator = MicrosoftEmulator.at(folder).port(port).with(graph).start();
    MicrosoftAccount captain = emulator.addAccount(EMAIL);
    MicrosoftAccount mate = emulator.addAccount(OTHER);
    emulator.addAccount(AT_WORK, emulator.addTenant("shipping.example"));
    DemoOneDrive.fill(graph.items(), captain, mate);
    return new DemoMicrosoft(emulator, captain);
  }

  /** Whose files there are. */
  MicrosoftAccount captain() {
    return captain;
  }

  @Override
  Map<String, String> settings() {
    return settings(MicrosoftEmulator.CLIENT.id(), MicrosoftEmulator.CLIENT.secret());
  }
}
