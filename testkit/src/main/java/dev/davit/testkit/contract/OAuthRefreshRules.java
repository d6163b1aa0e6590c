package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens become newer ones; only a dead grant is dead. */
interface OAuthRefreshRules extends OAuthFixture {
  private OAuthTokens fresh() {
    return OAuthFixture.tokens(connected(0));
  }

  @Test
  default void R6_refresh_withoutANewRefreshToken_keepsTheOldOne() {
    OAuthTokens old = fresh();
    Instant before = setup().clock().instant();

    OAuthTokens renewed = client().refresh(old);

    assertThat(renewed.access()).isNotEqualTo(old.access());
    assertThat(renewed.refresh()).isEqualTo(OAuthFixture.refreshToken(old));
    assertThat(renewed.scopes()).isEqualTo(old.scopes());
    assertThat(renewed.expiresAt())
        .isBetween(before.plusSeconds(60), before.plus(Duration.ofDays(1)));
    assertThat(client().refresh(renewed).access()).isNotEqualTo(renewed.access());
  }

  @Test
  default void R6_refresh_withANewRefreshToken_answersThat() {
    setup().rotate(true);
    OAuthTokens old = fresh();

    OAuthTokens renewed = client().refresh(old);

    assertThat(OAuthFixture.refreshToken(renewed)).isNotEqualTo(old.refresh());
    assertThat(client().refresh(renewed).access()).isNotEqualTo(renewed.access());
  }

  @Test
  default void R5_refresh_ofADeadGrant_saysSo() {
    OAuthTokens tokens = fresh();
    setup().withdraw(0);

    assertFails(
        ErrorKind.TOKEN_REJECTED,
        () -> client().refresh(tokens),
        tokens.access(),
        OAuthFixture.refreshToken(tokens));
  }

  @Test
  default void R5_refresh_withNothingToDoItWith_saysSo_withoutACall() {
    OAuthTokens bare = new OAuthTokens(new Secret("no-access"), null, null, Set.of());
    int before = setup().requests();

    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(bare), bare.access());
    assertThat(setup().requests()).isEqualTo(before);
  }

  @Test
  default void R5_refresh_whateverGoesWrongOtherwise_neverSaysThatTheGrantIsDead() {
    OAuthTokens tokens = fresh();
    for (OAuthFault fault : OAuthFault.values()) {
      setup().always(fault);
      CloudException failure =
          assertFails(
              () -> client().refresh(tokens),
              fault.kinds(),
              tokens.access(),
              Objects.requireNonNull(tokens.refresh()));
      assertThat(failure.retryAfter().isPresent() || fault != OAuthFault.TOO_MANY)
          .as("a delay")
          .isTrue();
      setup().mend();
    }
    assertThat(client().refresh(tokens).access()).isNotEqualTo(tokens.access());
  }
}
