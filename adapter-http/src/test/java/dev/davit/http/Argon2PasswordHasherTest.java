package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import dev.davit.testkit.contract.PasswordHasherContract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest extends PasswordHasherContract {
  private static final long MIB = 1024L * 1024;
  private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(1);

  @Override
  protected PasswordHasher open() {
    return hasher;
  }

  @Test
  void W6_hash_isArgon2idWithTheParametersOfOwasp() {
    assertThat(hasher.hash(new Secret("password")).reveal())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}");
  }

  @Test
  void W6_slots_leaveThreeQuartersOfTheHeap() {
    assertThat(Argon2PasswordHasher.slots(64 * MIB)).isEqualTo(1);
    assertThat(Argon2PasswordHasher.slots(256 * MIB)).isEqualTo(3);
    assertThat(Argon2PasswordHasher.slots(512 * MIB)).isEqualTo(6);
    assertThat(Argon2PasswordHasher.slots(1L << 40)).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "$argon2id$v=19$m=4194304,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=99,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$2a$10$abcdefghijklmnopqrstuv"
      })
  void W6_storedParametersOfOthers_matchNothingAndCostNothing(String stored) {
    assertThat(hasher.matches(new Secret("password"), new Secret(stored))).isFalse();
  }

  @Test
  void W6_flood_endsInRefusalsAndNothingElse() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(20);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<ErrorKind>> tries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tries.add(
          pool.submit(
              () -> {
                start.await();
                return attempt();
              }));
    }
    start.countDown();
    int refused = 0;
    for (Future<ErrorKind> result : tries) {
      ErrorKind kind = result.get();
      assertThat(kind).isIn(null, ErrorKind.RATE_LIMITED);
      refused += kind == null ? 0 : 1;
    }
    pool.shutdownNow();
    assertThat(refused).isBetween(1, 19);
    assertThat(hasher.hash(new Secret("afterwards")).reveal()).isNotEmpty();
  }

  private @Nullable ErrorKind attempt() {
    try {
      hasher.hash(new Secret("password"));
      return null;
    } catch (CloudException e) {
      assertThat(e.retryAfter()).isPresent();
      return e.kind();
    }
  }

  /** In a heap of 64 MiB, three of them at once would end it. */
  @Test
  void W6_floodOfLogins_inASmallHeap_endsIn429s() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LoginFlood.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("429=")
        .doesNotContain("OutOfMemory")
        .containsPattern("only 200 and 429");
  }
}
