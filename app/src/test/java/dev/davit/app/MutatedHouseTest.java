package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.GuardedHouse;
import dev.davit.outbound.HostileDns;
import dev.davit.outbound.Mutation;
import dev.davit.outbound.Vectors;
import dev.davit.outbound.Vectors.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses made from the tables' by every small change, typed into the server. */
class MutatedHouseTest {
  private static final Set<String> EXPECTED =
      Set.of(
          "address-refused", "credentials-refused", "not-webdav", "invalid-request", "connected");

  @TempDir static Path place;
  private static GuardedHouse house;
  private static Client mallory;

  @BeforeAll
  static void open() {
    house = GuardedHouse.open(place, new HostileDns());
    mallory = house.user("mallory");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void S1_S2_mutatedAddresses_neverReachWhatTheyMustNot() {
    attack(2_500, new SplittableRandom(3));
  }

  @Tag("long")
  @Test
  void S1_S2_manyMutatedAddresses_neverReachWhatTheyMustNot() {
    attack(100_000, new SplittableRandom(4));
  }

  private static void attack(int tries, SplittableRandom random) {
    List<String> seeds = Vectors.urls().stream().map(Row::url).toList();
    long taken = house.world().roads().taken();
    for (int attempt = 0; attempt < tries; attempt++) {
      String url = Mutation.all(pick(seeds, random), mutations(random));
      assertThat(outcome(house.connect(mallory, url))).as(url).isIn(EXPECTED);
    }
    house.assertUnharmed();
    // Not vacuous: enough of them are let through to be looked at.
    assertThat(house.world().roads().taken() - taken).isGreaterThan(tries / 100);
  }

  private static String outcome(Answer answer) {
    assertThat(answer.status()).isIn(201, 400, 422);
    return answer.status() == 201
        ? "connected"
        : answer.text("type").replace("urn:davit:problem:", "");
  }

  private static List<Mutation> mutations(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> mutation(random)).toList();
  }

  private static Mutation mutation(SplittableRandom random) {
    return new Mutation(
        random.nextInt(6), random.nextInt(201), random.nextInt(7), pick(Mutation.BITS, random));
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
