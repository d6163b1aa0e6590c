package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two ways to be signed in: a cookie with a CSRF token for the page, a bearer token for
 * clients.
 */
class SessionsEndToEndTest {
  private static final String STORAGE = "/api/users/me/default-storage";
  private static final Map<String, String> LOCAL = Map.of("provider", "local");

  @TempDir static Path place;
  private static House house;

  @BeforeAll
  static void open() {
    house = House.open(place);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void W0_cookie_needsTheCsrfTokenOnWrites() {
    Answer login = cookieLogin("carla");
    Client page = withCookie(login);
    String csrf = login.text("csrf_token");

    assertThat(login.header("Set-Cookie"))
        .startsWith("davit=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(login.json().has("access_token")).isFalse();
    assertThat(page.get("/api/users/me").expect(200).text("csrf_token")).isEqualTo(csrf);
    page.patch(STORAGE, LOCAL).expectProblem(403, "csrf");
    page.with("X-CSRF-Token", "x" + csrf).patch(STORAGE, LOCAL).expectProblem(403, "csrf");
    page.with("X-CSRF-Token", csrf).patch(STORAGE, LOCAL).expect(200);
  }

  @Test
  void W0_cookie_isOfNoUseToAnotherSite() {
    Answer login = cookieLogin("dora");
    Client page = withCookie(login).with("X-CSRF-Token", login.text("csrf_token"));

    page.with("Origin", "https://evil.example").patch(STORAGE, LOCAL).expect(403);
    page.with("Sec-Fetch-Site", "cross-site").patch(STORAGE, LOCAL).expect(403);
    page.patch(STORAGE, LOCAL).expect(200);
  }

  @Test
  void W0_csrfTokenOfSomebodyElse_isRefused() {
    Answer login = cookieLogin("emil");
    Answer other = cookieLogin("fred");

    withCookie(login)
        .with("X-CSRF-Token", other.text("csrf_token"))
        .patch(STORAGE, LOCAL)
        .expectProblem(403, "csrf");
  }

  @Test
  void W0_logout_endsTheSession() {
    Answer login = cookieLogin("gerd");
    Client page = withCookie(login);

    Answer out = page.with("X-CSRF-Token", login.text("csrf_token")).post("/api/auth/logout");
    out.expect(204);

    assertThat(out.header("Set-Cookie")).startsWith("davit=;");
    page.get("/api/users/me").expectProblem(401, "unauthenticated");
  }

  @Test
  void W0_passwordChange_endsEverySession() {
    Client first = house.user("hanna");
    Client second = house.anybody().loggedIn(House.email("hanna"), House.PASSWORD);
    Map<String, String> change =
        Map.of("old_password", House.PASSWORD, "new_password", "a quite different one");

    Answer changed = first.post("/api/auth/password", change).expect(200);

    first.get("/api/users/me").expectProblem(401, "unauthenticated");
    second.get("/api/users/me").expectProblem(401, "unauthenticated");
    house.anybody().bearer(changed.text("access_token")).get("/api/users/me").expect(200);
    house.anybody().loggedIn(House.email("hanna"), "a quite different one");
  }

  @Test
  void W6_unknownUserAndWrongPassword_areAnsweredAlike() {
    house.user("ines");

    Answer unknown = login("nobody", "wrong password").expectProblem(401, "unauthenticated");
    Answer wrong = login("ines", "wrong password").expectProblem(401, "unauthenticated");

    assertThat(unknown.comparable()).isEqualTo(wrong.comparable());
  }

  @Test
  void W1_bearerThatIsNone_is401() {
    house.anybody().post("/api/auth/register", account("jana")).expect(201);
    String token = login("jana", House.PASSWORD).expect(200).text("access_token");

    house.anybody().bearer(token).get("/api/users/me").expect(200);
    for (String other : new String[] {"x", token + "x", token.substring(1), "a.b.c"}) {
      house.anybody().bearer(other).get("/api/users/me").expectProblem(401, "unauthenticated");
    }
  }

  @Test
  void E5_tokensAndCookies_areNotKeptNorLogged() {
    house.anybody().post("/api/auth/register", account("karl")).expect(201);
    String bearer = login("karl", House.PASSWORD).expect(200).text("access_token");
    Answer login = cookieLogin("lena");
    String cookie = cookie(login).replace("davit=", "");
    house.anybody().bearer(bearer).get("/api/users/me").expect(200);
    withCookie(login).get("/api/users/me").expect(200);

    assertThat(Canary.found(house.database().bytes(), bearer, cookie)).isEmpty();
    assertThat(Canary.found(house.logs().text(), bearer, cookie, House.PASSWORD)).isEmpty();
  }

  private static Answer cookieLogin(String name) {
    house.anybody().post("/api/auth/register", account(name)).expect(201);
    Map<String, String> body =
        Map.of("email", House.email(name), "password", House.PASSWORD, "session", "cookie");
    return house.anybody().post("/api/auth/login", body).expect(200);
  }

  private static Answer login(String name, String password) {
    return house
        .anybody()
        .post("/api/auth/login", Map.of("email", House.email(name), "password", password));
  }

  private static Map<String, String> account(String name) {
    return Map.of("email", House.email(name), "password", House.PASSWORD);
  }

  private static Client withCookie(Answer login) {
    return house.anybody().with("Cookie", cookie(login));
  }

  private static String cookie(Answer login) {
    return login.header("Set-Cookie").split(";", 2)[0];
  }
}
