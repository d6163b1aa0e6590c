package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Grants end (RFC 7009). */
interface OAuthRevokeRules extends OAuthFixture {
  private OAuthTokens granted() {
    return OAuthFixture.tokens(connected(0));
  }

  @Test
  default void revoke_endsTheGrant() {
    OAuthTokens tokens = granted();

    assertEnds(tokens, tokens);
  }

  @Test
  default void revoke_withTheAccessTokenAlone_endsTheGrant() {
    OAuthTokens tokens = granted();

    assertEnds(tokens, new OAuthTokens(tokens.access(), null, null, tokens.scopes()));
  }

  private void assertEnds(OAuthTokens tokens, OAuthTokens given) {
    client().revoke(given);

    if (revokesNothing()) {
      assertThat(client().refresh(tokens).access()).isNotEqualTo(tokens.access());
    } else {
      assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.access());
    }
  }

  private boolean revokesNothing() {
    return setup().deviations().contains(OAuthDeviation.REVOKES_NOTHING);
  }

  @Test
  default void revoke_ofWhatIsGone_isDone() {
    OAuthTokens tokens = granted();
    client().revoke(tokens);
    OAuthTokens madeUp =
        new OAuthTokens(new Secret("no-access"), new Secret("no-refresh"), null, Set.of());

    assertThatCode(() -> client().revoke(tokens)).doesNotThrowAnyException();
    assertThatCode(() -> client().revoke(madeUp)).doesNotThrowAnyException();
  }

  @Test
  default void revoke_whenItCannotBeDoneNow_saysSo() {
    OAuthTokens tokens = granted();
    for (OAuthFault fault : OAuthFault.values()) {
      if (fault.isPassing()) {
        setup().always(fault);
        assertCannotRevoke(tokens, fault);
        setup().mend();
      }
    }
    client().refresh(tokens);
  }

  private void assertCannotRevoke(OAuthTokens tokens, OAuthFault fault) {
    if (revokesNothing()) {
      assertThatCode(() -> client().revoke(tokens)).doesNotThrowAnyException();
    } else {
      assertFails(
          () -> client().revoke(tokens),
          fault.kinds(),
          tokens.access(),
          OAuthFixture.refreshToken(tokens));
    }
  }
}
