package dev.davit.app.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Owners leave, and the process that sees to it dies after each step: nothing of them is left. */
class PurgeKilledTest {
  @TempDir Path place;

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void D2_killedAtSomeSteps_nothingIsLeft(Premises premises) {
    try (KilledSteps killed = new KilledSteps(premises, place, 2)) {
      assertThat(killed.at(List.of(4, 12))).isFalse();
      killed.check();
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void D2_killedAtEveryStep_nothingIsLeft(Premises premises) {
    long start = System.nanoTime();
    try (KilledSteps killed = new KilledSteps(premises, place, 50)) {
      int step = 1;
      while (!killed.at(List.of(step, step + 1))) {
        step += 2;
      }
      killed.check();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(premises + ": killed after each of " + killed + " in " + took);
    }
  }
}
