package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A code becomes tokens, and whose they are is known. */
interface OAuthExchangeRules extends OAuthFixture {
  @Test
  default void exchange_answersTokens_andWhoseTheyAre() {
    Grant grant = connected(0);
    OAuthTokens tokens = OAuthFixture.tokens(grant);

    assertThat(tokens.access().reveal()).isNotBlank();
    assertThat(OAuthFixture.refreshToken(tokens)).isNotEqualTo(tokens.access());
    assertThat(grant.scopes()).isNotEmpty().isEqualTo(tokens.scopes());
    assertThat(client().missingScopes(grant.scopes())).isEmpty();
    assertThat(grant.subject()).isNotBlank().hasSizeLessThanOrEqualTo(512);
    assertThat(grant.label()).isNotBlank();
    assertThat(grant.toString()).doesNotContain(tokens.access().reveal());
  }

  @Test
  default void R4_exchange_saysWhenTheTokenExpires_byItsOwnClock() {
    Instant before = setup().clock().instant();
    Instant until = OAuthFixture.tokens(connected(0)).expiresAt();

    assertThat(until).isBetween(before.plusSeconds(60), before.plus(Duration.ofDays(1)));
  }

  @Test
  default void O6_exchange_sameAccount_hasTheSameSubject_another_another() {
    Grant first = connected(0);

    assertThat(connected(0).subject()).isEqualTo(first.subject());
    assertThat(connected(1).subject()).isNotEqualTo(first.subject());
  }

  @Test
  default void O6_exchange_ofLess_isAnswered_withWhatIsMissing() {
    Grant all = connected(0);
    setup().withdraw(0);
    Secret code = codeOfLess(0);
    if (setup().deviations().contains(OAuthDeviation.ALL_OR_NOTHING)) {
      assertFails(ErrorKind.INVALID_FLOW, () -> exchange(code), code);
      return;
    }

    Grant less = exchange(code);

    assertThat(client().missingScopes(less.scopes())).isNotEmpty();
    assertThat(less.subject()).isEqualTo(all.subject());
  }

  @Test
  default void O4_exchange_codeTwice_isRefused() {
    Secret code = code(0);
    exchange(code);

    assertFails(ErrorKind.INVALID_FLOW, () -> exchange(code), code);
  }

  @Test
  default void O3_exchange_codeThatNobodyGave_isRefused() {
    Secret madeUp = new Secret("a-code-that-was-made-up");

    assertFails(ErrorKind.INVALID_FLOW, () -> exchange(madeUp), madeUp);
  }

  @Test
  default void O4_exchange_withAnotherProof_isRefused() {
    Secret code = code(0);
    Secret other = new Secret(VERIFIER.reveal() + "x");

    assertFails(
        ErrorKind.INVALID_FLOW,
        () -> client().exchange(code, other, setup().redirectUri()),
        code,
        other);
  }

  @Test
  default void O4_exchange_withAnotherRedirect_isRefused() {
    Secret code = code(0);

    assertFails(
        ErrorKind.INVALID_FLOW,
        () -> client().exchange(code, VERIFIER, setup().otherRedirectUri()),
        code);
  }

  @Test
  default void O4_exchange_sendsOnce_whateverHappens() {
    for (OAuthFault fault : OAuthFault.values()) {
      Secret code = code(0);
      int before = setup().requests();
      setup().always(fault);
      assertFails(() -> exchange(code), fault.kinds(), code);
      assertThat(setup().requests() - before).as("sent with %s", fault).isLessThanOrEqualTo(1);
      setup().mend();
    }
    assertThat(connected(0).subject()).isNotBlank();
  }
}
