package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} must do. */
public abstract class PasswordHasherContract {
  private static final Secret PASSWORD = new Secret("correct horse, battery staple");

  /** A hasher; may be the same each time. */
  protected abstract PasswordHasher open();

  @Test
  void matches_theRightPassword() {
    PasswordHasher hasher = open();
    assertThat(hasher.matches(PASSWORD, hasher.hash(PASSWORD))).isTrue();
  }

  @Test
  void matches_byAnotherInstance() {
    Secret hash = open().hash(PASSWORD);
    assertThat(open().matches(PASSWORD, hash)).isTrue();
  }

  @Test
  void matches_notAnotherPassword() {
    PasswordHasher hasher = open();
    Secret hash = hasher.hash(PASSWORD);
    for (String wrong :
        List.of("", "correct horse, battery stapl", "Correct horse, battery staple")) {
      assertThat(hasher.matches(new Secret(wrong), hash)).as(wrong).isFalse();
    }
    assertThat(hasher.matches(hash, hash)).as("the hash is no password").isFalse();
  }

  @Test
  void matches_everyCharacterCounts() {
    PasswordHasher hasher = open();
    for (String start : List.of("x".repeat(72), "x".repeat(500), "Grüße 🚀 ", "nul\0")) {
      Secret hash = hasher.hash(new Secret(start + "a"));
      assertThat(hasher.matches(new Secret(start + "a"), hash)).as(start).isTrue();
      assertThat(hasher.matches(new Secret(start + "b"), hash)).as(start).isFalse();
    }
  }

  @Test
  void matches_notUnreadableHash() {
    PasswordHasher hasher = open();
    String good = hasher.hash(PASSWORD).reveal();
    List<String> bad =
        List.of(
            "",
            "$",
            "$$$$$",
            "correct horse, battery staple",
            "plain",
            good.substring(0, good.length() / 2),
            good.substring(good.length() / 2),
            good.replace("$", ""),
            good + "$");
    for (String hash : bad) {
      assertThat(hasher.matches(PASSWORD, new Secret(hash))).as(hash).isFalse();
    }
  }

  @Test
  void matches_notHashThatAsksForVeryMuchMemory() {
    PasswordHasher hasher = open();
    String greedy =
        "$argon2id$v=19$m=2147483647,t=2147483647,p=1$c2FsdHNhbHRzYWx0c2FsdA"
            + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(hasher.matches(PASSWORD, new Secret(greedy))).isFalse();
  }

  @Test
  void hash_isSalted_andTellsNothingOfThePassword() {
    PasswordHasher hasher = open();
    String first = hasher.hash(PASSWORD).reveal();
    assertThat(hasher.hash(PASSWORD).reveal()).isNotEqualTo(first);
    assertThat(first).doesNotContain("horse");
  }
}
