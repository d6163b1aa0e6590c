package dev.davit.testkit.contract;

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

    client().revoke(tokens);

    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.access());
  }

  @Test
  default void revoke_withTheAccessTokenAlone_endsTheGrant() {
    OAuthTokens tokens = granted();

    client().revoke(new OAuthTokens(tokens.access(), null, null, tokens.scopes()));

    assertFails(ErrorKind.TOKEN_REJECTED, () -> client().refresh(tokens), tokens.access());
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
        assertFails(
            () -> client().revoke(tokens),
            fault.kinds(),
            tokens.access(),
            OAuthFixture.refreshToken(tokens));
        setup().mend();
      }
    }
    client().refresh(tokens);
  }
}
