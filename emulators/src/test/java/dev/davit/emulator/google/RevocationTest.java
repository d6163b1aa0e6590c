package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How grants end. */
class RevocationTest extends GoogleBench {
  private static final GoogleClient SIBLING =
      GoogleClient.of("sibling", "secret").ofProject(GoogleEmulator.CLIENT.project());
  private static final GoogleClient STRANGER = GoogleClient.of("stranger", "secret");

  @BeforeAll
  static void register() {
    google.register(SIBLING);
    google.register(STRANGER);
  }

  @Test
  void revoke_endsEveryGrantOfTheAccountForTheProject_andNoOther() {
    GoogleAccount bob = google.addAccount("bob@example.org");
    google.grant(ada, Scopes.DRIVE);
    google.grant(ada, SIBLING, Scopes.DRIVE);
    google.grant(ada, STRANGER, Scopes.DRIVE);
    google.grant(bob, Scopes.DRIVE);
    assertThat(revoke(google.grant(ada, Scopes.DRIVE).refresh()).statusCode()).isEqualTo(200);
    assertThat(google.liveRefreshTokens(ada, GoogleEmulator.CLIENT)).isZero();
    assertThat(google.liveRefreshTokens(ada, SIBLING)).isZero();
    assertThat(google.liveRefreshTokens(ada, STRANGER)).isEqualTo(1);
    assertThat(google.liveRefreshTokens(bob, GoogleEmulator.CLIENT)).isEqualTo(1);
  }

  @Test
  void revoke_byAccessToken_andInTheAddress() {
    GoogleTokens granted = google.grant(ada, Scopes.DRIVE);
    HttpResponse<String> done =
        walk.http()
            .send("POST", "revoke?token=" + granted.access(), "", "Content-Type", Forms.TYPE);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(google.liveRefreshTokens(ada, GoogleEmulator.CLIENT)).isZero();
  }

  @Test
  void revoke_ofWhatIsGone_isInvalidToken() {
    String token = google.grant(ada, Scopes.DRIVE).refresh();
    google.revoke(ada);
    HttpResponse<String> refused = revoke(token);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Forms.field(refused.body(), "error")).isEqualTo("invalid_token");
  }

  @Test
  void afterARevocation_theUserIsAskedAnew() {
    Map<String, String> request = Walk.authorization();
    request.remove("prompt");
    walk.redirect(request, ada, Decision.allow());
    google.revoke(ada);
    Map<String, String> back = walk.redirect(request, ada, Decision.allow());
    assertThat(back).containsEntry("prompt", "consent");
    assertThat(walk.tokens(Walk.exchange(Walk.code(back)))).contains("refresh_token");
  }

  private static HttpResponse<String> revoke(String token) {
    return walk.post("revoke", Map.of("token", token));
  }
}
