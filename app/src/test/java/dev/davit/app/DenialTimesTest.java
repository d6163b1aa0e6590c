package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.outbound.StubDns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the guard's denials take, as whoever typed the address can measure it. */
class DenialTimesTest {
  private static final int ROUNDS = 60;
  private static final int WARM_UP = 20;
  private static final List<String> UNASKED =
      List.of(
          "https://10.0.0.1/", // a range
          "https://169.254.169.254/latest/meta-data", // another
          "https://[::1]/", // this machine
          "https://cloud.example.com:22/", // a port
          "http://cloud.example.com/", // a scheme
          "https://user:word@cloud.example.com/", // the grammar
          "https://localhost/"); // a local name

  private static final List<String> LOOKED_UP =
      List.of(
          "https://self.example.com/", // our own
          "https://metadata.attacker.example/",
          "https://private.attacker.example/",
          "https://loopback.attacker.example/");

  @TempDir static Path place;
  private static GuardedHouse house;
  private static Client mallory;

  @BeforeAll
  static void open() {
    StubDns names =
        GuardedHouse.names()
            .put("metadata.attacker.example", "169.254.169.254")
            .put("private.attacker.example", "10.0.0.5")
            .put("loopback.attacker.example", "127.0.0.1");
    house = GuardedHouse.open(place, names);
    mallory = house.user("mallory");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void S6_denialsWithoutALookup_takeTheSameTime_whateverDenies() {
    assertAlike(UNASKED);
  }

  @Test
  void S6_denialsAfterALookup_takeTheSameTime_whateverDenies() {
    assertAlike(LOOKED_UP);
  }

  private static void assertAlike(List<String> denied) {
    long[][] took = new long[denied.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int which = 0; which < denied.size(); which++) {
        took[which][Math.max(round, 0)] = time(denied.get(which));
      }
    }
    long[] medians = Arrays.stream(took).mapToLong(DenialTimesTest::median).sorted().toArray();
    assertThat((double) medians[medians.length - 1] / medians[0])
        .as("medians in ns: %s", Arrays.toString(medians))
        .isLessThan(2.0);
  }

  private static long time(String url) {
    long start = System.nanoTime();
    house.connect(mallory, url).expectProblem(422, "address-refused");
    return System.nanoTime() - start;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
