package dev.davit.emulator.microsoft;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * An emulated Microsoft for the tests of a class: Ada has a personal account, Bob one of Contoso.
 */
abstract class MicrosoftBench {
  @TempDir static Path dir;
  static MicrosoftEmulator microsoft;
  static Tenant contoso;
  static MicrosoftAccount ada;
  static MicrosoftAccount bob;
  static StsWalk walk;

  @BeforeAll
  static void start() {
    microsoft = MicrosoftEmulator.start(dir);
    contoso = microsoft.addTenant("contoso.example");
    ada = microsoft.addAccount("ada@example.org");
    bob = microsoft.addAccount("bob@contoso.example", contoso);
    walk = new StsWalk(microsoft, "common");
  }

  @AfterEach
  void clear() {
    microsoft.clearFaults();
  }

  @AfterAll
  static void stop() {
    microsoft.close();
  }
}
