package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.OAuthClient.AuthorizationRequest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the user is sent (RFC 6749, 4.1.1; RFC 7636, 4.3). */
interface OAuthPageRules extends OAuthFixture {
  @Test
  default void O4_authorizationUri_carriesStateChallengeAndRedirect() {
    Map<String, String> query = OAuthReturn.query(page());

    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("state", STATE.reveal())
        .containsEntry("code_challenge", OAuthFixture.s256(VERIFIER))
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", setup().redirectUri().toString())
        .containsKeys("client_id", "scope");
  }

  @Test
  default void authorizationUri_holdsNoSecret_andMakesNoCall() {
    int before = setup().requests();

    assertThat(page().toString()).doesNotContain(setup().secrets()).doesNotContain("secret");
    assertThat(page().toString()).doesNotContain(VERIFIER.reveal());
    assertThat(setup().requests()).isEqualTo(before);
  }

  @Test
  default void authorizationUri_proposesAnAccount_whateverItIsCalled() {
    String label = "ann&bob+1=2<ä>@example.org";
    URI page =
        client()
            .authorizationUri(
                new AuthorizationRequest(
                    STATE, OAuthFixture.s256(VERIFIER), setup().redirectUri(), label));

    assertThat(OAuthReturn.query(page)).containsValue(label);
    assertThat(OAuthReturn.query(page).keySet())
        .as("all but the wish that the user chooses an account")
        .containsAll(
            OAuthReturn.query(page()).keySet().stream().filter(n -> !n.equals("prompt")).toList());
  }

  @Test
  default void issuer_isTheSame_andWhatTheServerSays() {
    OAuthReturn allowed = setup().allow(page(), 0);

    assertThat(client().issuer()).isNotBlank().isEqualTo(client().issuer());
    assertThat(allowed.state()).isEqualTo(STATE);
    assertThat(allowed.issuer()).isIn(null, client().issuer());
    assertThat(setup().deny(page(), 0).issuer()).isIn(null, client().issuer());
  }

  @Test
  default void denied_isAnErrorWithoutACode() {
    OAuthReturn denied = setup().deny(page(), 0);

    assertThat(denied.error()).isEqualTo("access_denied");
    assertThat(denied.code()).isNull();
    assertThat(denied.state()).isEqualTo(STATE);
  }
}
