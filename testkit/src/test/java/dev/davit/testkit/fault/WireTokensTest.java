package dev.davit.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTokensTest {
  private final WireTokens tokens = new WireTokens();

  @Test
  void tokenInAText_isFound_alsoAmongThoseThatBeginAlike() {
    tokens.add("AWS4 Credential=key, Signature=1");
    tokens.add("AWS4 Credential=key, Signature=2");
    tokens.add("Bearer ey.long-token");

    assertThat(tokens.areIn("failed: Credential=key, Signature=2 was refused")).isTrue();
    assertThat(tokens.areIn("ey.long-token")).isTrue();
  }

  @Test
  void tokenShorterThanABeginning_isFound() {
    tokens.add("Bearer short");

    assertThat(tokens.areIn("with short")).isTrue();
  }

  @Test
  void beginningOnly_orSchemeOnly_isNotFound() {
    tokens.add("AWS4 Credential=key, Signature=1");

    assertThat(tokens.areIn("AWS4 Credential=key, Signature=3")).isFalse();
  }

  @Test
  void requestWithoutOne_isInNoText() {
    tokens.add("");
    tokens.add("Bearer ");

    assertThat(tokens.areIn("anything")).isFalse();
  }
}
