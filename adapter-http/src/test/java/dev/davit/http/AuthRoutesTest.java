package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthRoutesTest {
  private static final String ME = "/api/users/me";
  private static final String LOGIN =
      "{'email':'ann@example.org','password':'" + Client.PASSWORD + "'";
  private static final String CHANGE =
      "{'old_password':'" + Client.PASSWORD + "','new_password':'another password'}";

  private World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private World with(HttpSettings settings) {
    world.close();
    world = new World(base -> settings.withPort(0).withClock(base.clock()));
    return world;
  }

  @Test
  void register_open_makesAUserWhoCanLogIn() {
    Reply made =
        world
            .nobody()
            .post("/api/auth/register", "{'email':'eve@example.org','password':'a password'}")
            .is(201);
    assertThat(made.json())
        .containsEntry("email", "eve@example.org")
        .containsEntry("role", "USER")
        .containsOnlyKeys("id", "email", "role", "created_at");
  }

  @Test
  void register_closed_isRefused() {
    Client nobody = with(HttpSettings.defaults()).nobody();
    nobody
        .post("/api/auth/register", "{'email':'eve@example.org','password':'a password'}")
        .is(ProblemType.FORBIDDEN);
    assertThat(nobody.get("/api/auth").is(200).get("registration")).isEqualTo("closed");
  }

  @Test
  void register_takenEmail_isAConflict() {
    String body = "{'email':'ann@example.org','password':'a password'}";
    world.nobody().post("/api/auth/register", body).is(ProblemType.CONFLICT);
  }

  @Test
  void login_byToken_answersABearerAndSetsNoCookie() {
    Reply reply = world.nobody().post("/api/auth/login", LOGIN + "}").is(200);
    assertThat(reply.json())
        .containsOnlyKeys("access_token", "token_type", "expires_in", "user")
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", Duration.ofHours(12).toSeconds());
    assertThat(reply.header("Set-Cookie")).isEmpty();
    world.nobody().with("Authorization", "bearer " + reply.get("access_token")).get(ME).is(200);
  }

  @Test
  void login_wrongPasswordAndUnknownEmail_canNotBeToldApart() {
    Client nobody = world.nobody();
    String wrong = "{'email':'%s','password':'wrong password'}";
    Reply known = nobody.post("/api/auth/login", wrong.formatted(World.ANN));
    Reply unknown = nobody.post("/api/auth/login", wrong.formatted("no@example.org"));
    assertThat(known.is(ProblemType.UNAUTHENTICATED).get("detail"))
        .isEqualTo(unknown.is(ProblemType.UNAUTHENTICATED).get("detail"));
  }

  @Test
  void W0_cookie_onLoopback_isHttpOnlyAndLaxAndHoldsTheOnlyToken() {
    Reply reply = world.nobody().post("/api/auth/login", LOGIN + ",'session':'cookie'}").is(200);
    assertThat(reply.header("Set-Cookie"))
        .matches("davit=[A-Za-z0-9_-]+; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
    assertThat(reply.json()).containsOnlyKeys("csrf_token", "expires_in", "user");
  }

  @Test
  void W0_cookie_onHttps_isSecureAndHostOnly() {
    with(HttpSettings.defaults().withPublicUrl(URI.create("https://davit.example.org")));
    Reply reply = world.nobody().post("/api/auth/login", LOGIN + ",'session':'cookie'}").is(200);
    assertThat(reply.header("Set-Cookie"))
        .matches(
            "__Host-davit=[A-Za-z0-9_-]+; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
    assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
  }

  @Test
  void W0_csrf_missingOrOfAnotherSession_isRefused() {
    Client page = world.nobody().loginAsPage(World.ANN);
    Client other = world.nobody().loginAsPage(World.ANN);
    String strange = other.get(ME).is(200).get("csrf_token");
    page.without("X-CSRF-Token").post("/api/auth/logout").is(ProblemType.CSRF);
    page.with("X-CSRF-Token", "").post("/api/auth/logout").is(ProblemType.CSRF);
    page.with("X-CSRF-Token", strange).post("/api/auth/logout").is(ProblemType.CSRF);
    page.get(ME).is(200);
  }

  @Test
  void W0_csrf_isGivenAgainByMe() {
    Client page = world.nobody().loginAsPage(World.ANN);
    String token = page.without("X-CSRF-Token").get(ME).is(200).get("csrf_token");
    page.with("X-CSRF-Token", token).post("/api/auth/logout").is(204);
  }

  @Test
  void W0_csrf_tokenClientsNeedNoneAndGetNone() {
    Client client = world.nobody().login(World.ANN);
    assertThat(client.get(ME).is(200).json()).containsOnlyKeys("id", "email", "role", "created_at");
    client.post("/api/auth/logout").is(204);
  }

  @Test
  void W0_otherSites_canNotWriteNorLogVisitorsIn() {
    Client page = world.nobody().loginAsPage(World.ANN);
    page.with("Sec-Fetch-Site", "cross-site").post("/api/auth/logout").is(ProblemType.CSRF);
    page.with("Sec-Fetch-Site", "same-site").post("/api/auth/logout").is(ProblemType.CSRF);
    page.with("Origin", "https://evil.example").post("/api/auth/logout").is(ProblemType.CSRF);
    page.with("Origin", "null").post("/api/auth/logout").is(ProblemType.CSRF);
    world
        .nobody()
        .with("Origin", "https://evil.example")
        .post("/api/auth/login", LOGIN + ",'session':'cookie'}")
        .is(ProblemType.CSRF);
    page.with("Origin", "http://localhost:" + world.server.port())
        .with("Sec-Fetch-Site", "same-origin")
        .post("/api/auth/logout")
        .is(204);
  }

  @Test
  void W0_logout_endsCookieAndTokenForGood() {
    Client page = world.nobody().loginAsPage(World.ANN);
    assertThat(page.post("/api/auth/logout").is(204).header("Set-Cookie"))
        .startsWith("davit=; Path=/; Max-Age=0;");
    page.get(ME).is(ProblemType.UNAUTHENTICATED);
    Client client = world.nobody().login(World.ANN);
    client.post("/api/auth/logout").is(204);
    client.get(ME).is(ProblemType.UNAUTHENTICATED);
  }

  @Test
  void W0_passwordChange_endsAllOtherSessionsAndGoesOnInTheSameWay() {
    Client page = world.nobody().loginAsPage(World.ANN);
    Client client = world.nobody().login(World.ANN);
    Reply changed = page.post("/api/auth/password", CHANGE).is(200);
    assertThat(changed.json()).containsOnlyKeys("csrf_token", "expires_in", "user");
    assertThat(changed.header("Set-Cookie")).startsWith("davit=");
    client.get(ME).is(ProblemType.UNAUTHENTICATED);
    page.get(ME).is(ProblemType.UNAUTHENTICATED);
  }

  @Test
  void passwordChange_byToken_answersANewToken() {
    Client client = world.nobody().login(World.ANN);
    String token = client.post("/api/auth/password", CHANGE).is(200).get("access_token");
    client.get(ME).is(ProblemType.UNAUTHENTICATED);
    client.with("Authorization", "Bearer " + token).get(ME).is(200);
  }

  @Test
  void passwordChange_wrongOldPassword_namesTheField() {
    Client client = world.nobody().login(World.ANN);
    String wrong = CHANGE.replace(Client.PASSWORD, "wrong password");
    Reply refused = client.post("/api/auth/password", wrong).is(ProblemType.INVALID_REQUEST);
    assertThat(refused.get("field")).isEqualTo("old_password");
    client.get(ME).is(200);
  }

  @Test
  void W0_twoCookiesOrAnotherScheme_areNobody() {
    Client page = world.nobody().loginAsPage(World.ANN);
    Client victim = page.with("Cookie", page.header("Cookie") + "; davit=tossed");
    victim.get(ME).is(ProblemType.UNAUTHENTICATED);
    page.with("Authorization", "Basic YTpi").get(ME).is(ProblemType.UNAUTHENTICATED);
  }

  @Test
  void session_expired_isRefused() {
    Client client = world.nobody().login(World.ANN);
    Client page = world.nobody().loginAsPage(World.ANN);
    world.clock.advance(Duration.ofHours(13));
    client.get(ME).is(ProblemType.UNAUTHENTICATED);
    page.get(ME).is(ProblemType.UNAUTHENTICATED);
  }

  @Test
  void unauthenticated_saysHowToAuthenticate() {
    assertThat(world.nobody().get(ME).is(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"davit\"");
  }
}
