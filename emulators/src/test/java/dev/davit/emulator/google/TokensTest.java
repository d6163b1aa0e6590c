package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Forms;
import dev.davit.emulator.oauth.Rotation;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the token endpoint gives, and when it ends. */
class TokensTest extends GoogleBench {
  @AfterEach
  void forget() {
    google.rotation(Rotation.NONE);
    google.register(GoogleEmulator.CLIENT);
    google.revoke(ada);
  }

  @Test
  void exchange_givesWhatGoogleGives() {
    HttpResponse<String> answer = walk.post("token", Walk.exchange(walk.code(ada)));
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    String tokens = answer.body();
    assertThat(Forms.field(tokens, "access_token")).startsWith("ya29.");
    assertThat(Forms.field(tokens, "refresh_token")).startsWith("1//");
    assertThat(Forms.field(tokens, "expires_in")).isEqualTo("3599");
    assertThat(Forms.field(tokens, "token_type")).isEqualTo("Bearer");
    assertThat(tokens).doesNotContain("refresh_token_expires_in");
  }

  @Test
  void exchange_withBasic_isAsGood() {
    Map<String, String> fields = Walk.exchange(walk.code(ada));
    String pair = fields.remove("client_id") + ":" + fields.remove("client_secret");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    assertThat(post(fields, basic).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = post(fields, "Basic bm9ib2R5Ong=");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    fields.put("client_secret", "twice");
    assertThat(post(fields, basic).body()).contains("invalid_request");
  }

  private static HttpResponse<String> post(Map<String, String> fields, String authorization) {
    return walk.http()
        .send(
            "POST",
            "token",
            Forms.encoded(fields),
            "Content-Type",
            Forms.TYPE,
            "Authorization",
            authorization);
  }

  @Test
  void plainChallenge_andNone() {
    Map<String, String> request = Walk.authorization();
    request.put("code_challenge", Walk.VERIFIER);
    request.remove("code_challenge_method");
    walk.tokens(Walk.exchange(codeFor(request)));
    request.remove("code_challenge");
    Map<String, String> exchange = Walk.exchange(codeFor(request));
    assertThat(walk.post("token", exchange).body()).contains("invalid_grant", "not needed");
  }

  private static String codeFor(Map<String, String> request) {
    return Walk.code(walk.redirect(request, ada, Decision.allow()));
  }

  @Test
  void code_usedTwice_endsWhatItGave() {
    Map<String, String> exchange = Walk.exchange(walk.code(ada));
    String tokens = walk.tokens(exchange);
    assertThat(walk.post("token", exchange).body()).contains("invalid_grant");
    assertDead(Forms.field(tokens, "refresh_token"));
    assertThat(userinfo(Forms.field(tokens, "access_token")).statusCode()).isEqualTo(401);
  }

  @Test
  void code_isUsedUp_alsoWhenItIsRefused() {
    Map<String, String> exchange = Walk.exchange(walk.code(ada));
    exchange.put("code_verifier", "w".repeat(64));
    assertThat(walk.post("token", exchange).body()).contains("Invalid code verifier");
    exchange.put("code_verifier", Walk.VERIFIER);
    assertThat(walk.post("token", exchange).body()).contains("invalid_grant");
  }

  @Test
  void code_endsAfterTenMinutes() {
    String code = walk.code(ada);
    google.advance(Duration.ofMinutes(10));
    assertThat(walk.post("token", Walk.exchange(code)).body()).contains("invalid_grant");
  }

  @Test
  void refresh_givesAnAccessToken_andNoOtherRefreshToken() {
    GoogleTokens granted = google.grant(ada, Scopes.DRIVE, "email");
    long before = google.refreshes();
    String tokens = walk.tokens(Walk.refresh(granted.refresh()));
    assertThat(tokens).doesNotContain("refresh_token");
    assertThat(Forms.field(tokens, "scope")).contains(Scopes.DRIVE);
    assertThat(Forms.field(tokens, "access_token")).isNotEqualTo(granted.access());
    assertThat(google.refreshes()).isEqualTo(before + 1);
  }

  @Test
  void refresh_forFewerScopes() {
    Map<String, String> fields =
        Walk.refresh(google.grant(ada, Scopes.DRIVE, Scopes.DRIVE_APPDATA).refresh());
    fields.put("scope", Scopes.DRIVE);
    assertThat(Forms.field(walk.tokens(fields), "scope")).isEqualTo(Scopes.DRIVE);
  }

  @Test
  void rotation_keepsTheOldOne() {
    google.rotation(Rotation.KEEPS_OLD);
    String first = google.grant(ada, Scopes.DRIVE).refresh();
    String second = Forms.field(walk.tokens(Walk.refresh(first)), "refresh_token");
    assertThat(second).isNotEqualTo(first);
    walk.tokens(Walk.refresh(first));
    walk.tokens(Walk.refresh(second));
  }

  @Test
  void rotation_punishesReuse_inTheWholeFamily_andNobodyElse() {
    google.rotation(Rotation.PUNISHES_REUSE);
    String other = google.grant(ada, Scopes.DRIVE).refresh();
    String first = google.grant(ada, Scopes.DRIVE, "email").refresh();
    String tokens = walk.tokens(Walk.refresh(first));
    assertDead(first);
    assertDead(Forms.field(tokens, "refresh_token"));
    assertThat(userinfo(Forms.field(tokens, "access_token")).statusCode()).isEqualTo(401);
    walk.tokens(Walk.refresh(other));
  }

  @Test
  void hundredAndFirst_endsTheOldest_withoutAWord() {
    List<String> words = new ArrayList<>();
    for (int made = 0; made <= Tokens.LIVE; made++) {
      words.add(google.grant(ada, Scopes.DRIVE).refresh());
    }
    assertThat(google.liveRefreshTokens(ada, GoogleEmulator.CLIENT)).isEqualTo(100);
    assertDead(words.get(0));
    walk.tokens(Walk.refresh(words.get(1)));
  }

  @Test
  void testing_endsAfterSevenDays_andSaysSo() {
    google.register(GoogleEmulator.CLIENT.inTesting());
    String tokens = walk.tokens(Walk.exchange(walk.code(ada)));
    assertThat(Long.parseLong(Forms.field(tokens, "refresh_token_expires_in")))
        .isBetween(604_700L, 604_800L);
    String signIn = google.grant(ada, "openid", "email").refresh();
    google.advance(Duration.ofDays(7));
    assertDead(Forms.field(tokens, "refresh_token"));
    walk.tokens(Walk.refresh(signIn));
  }

  @Test
  void unusedForSixMonths_isDead_usedBefore_isNot() {
    String unused = google.grant(ada, Scopes.DRIVE).refresh();
    String used = google.grant(ada, Scopes.DRIVE).refresh();
    google.advance(Duration.ofDays(100));
    walk.tokens(Walk.refresh(used));
    google.advance(Duration.ofDays(100));
    assertDead(unused);
    walk.tokens(Walk.refresh(used));
  }

  @Test
  void idToken_isSigned_andSaysWhoseItIs() throws Exception {
    Map<String, String> request = Walk.authorization();
    request.put("nonce", "n0nce");
    String tokens = walk.tokens(Walk.exchange(codeFor(request)));
    String[] parts = Forms.field(tokens, "id_token").split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    assertThat(Forms.field(claims, "iss")).isEqualTo("https://accounts.google.com");
    assertThat(Forms.field(claims, "aud")).isEqualTo(GoogleEmulator.CLIENT.id());
    assertThat(Forms.field(claims, "sub")).isEqualTo(ada.sub());
    assertThat(Forms.field(claims, "email")).isEqualTo("ada@example.org");
    assertThat(Forms.field(claims, "nonce")).isEqualTo("n0nce");
    assertThat(Long.parseLong(Forms.field(claims, "exp")))
        .isEqualTo(Long.parseLong(Forms.field(claims, "iat")) + 3600);
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(KeyFactory.getInstance("RSA").generatePublic(published()));
    check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  private static RSAPublicKeySpec published() {
    String certs = walk.http().get("oauth2/v3/certs").body();
    return new RSAPublicKeySpec(number(certs, "n"), number(certs, "e"));
  }

  private static BigInteger number(String certs, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(Forms.field(certs, name)));
  }

  @Test
  void userinfo_tellsByScope() {
    String body = userinfo(google.grant(ada, "openid").access()).body();
    assertThat(Forms.field(body, "sub")).isEqualTo(ada.sub());
    assertThat(body).doesNotContain("email");
    assertThat(userinfo(google.grant(ada, "email").access()).body()).contains("ada@example.org");
    assertThat(userinfo(google.grant(ada, Scopes.DRIVE).access()).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> userinfo(String access) {
    return walk.http().get("v1/userinfo", "Authorization", "Bearer " + access);
  }

  private static void assertDead(String refresh) {
    HttpResponse<String> refused = walk.post("token", Walk.refresh(refresh));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Forms.field(refused.body(), "error")).isEqualTo("invalid_grant");
  }
}
