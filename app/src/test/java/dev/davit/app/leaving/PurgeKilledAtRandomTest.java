package dev.davit.app.leaving;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Owners leave while the processes that see to it are killed: nothing of them is left. */
@Tag("long")
class PurgeKilledAtRandomTest {
  private static final int KILLS = 100;

  @TempDir Path place;

  @ParameterizedTest
  @EnumSource
  void D2_killedAtRandom_nothingIsLeft(Premises premises) {
    long start = System.nanoTime();
    try (KilledAtRandom killed = new KilledAtRandom(premises, place, KILLS)) {
      killed.run();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(premises + ": " + killed + " in " + took);
    }
  }
}
