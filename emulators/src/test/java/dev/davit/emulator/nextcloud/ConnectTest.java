package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a client finds the server, gets a password and gives it back. */
class ConnectTest {
  private static final String LOGIN = "ada@example.org";
  private static final String OCS = "OCS-APIRequest";
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http anyone;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.at(dir).webroot("/nextcloud").clock(NOW::get).start();
    cloud.addUser(LOGIN, "ada", "secret");
    anyone = Http.anonymous(cloud.address());
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
    cloud.forgive();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void status_isOpenToAnyone() {
    HttpResponse<String> status = anyone.get("status.php");
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status.body()).contains("\"installed\":true").contains("\"maintenance\":false");
  }

  @Test
  void login_isGrantedOnce() {
    Flow flow = begin();
    assertThat(flow.login()).startsWith(cloud.address() + "login/v2/flow/");
    assertThat(poll(flow).statusCode()).isEqualTo(404);
    cloud.grant(URI.create(flow.login()), LOGIN);
    HttpResponse<String> granted = poll(flow);
    assertThat(granted.statusCode()).isEqualTo(200);
    assertThat(field(granted.body(), "loginName")).isEqualTo(LOGIN);
    assertThat(field(granted.body(), "server") + "/").isEqualTo(cloud.address().toString());
    assertThat(user(field(granted.body(), "appPassword")).statusCode()).isEqualTo(200);
    assertThat(cloud.appPasswords(LOGIN)).contains("Davit test");
    assertThat(poll(flow).statusCode()).isEqualTo(404);
  }

  @Test
  void login_thatIsDenied_staysUnknown() {
    Flow flow = begin();
    cloud.deny(URI.create(flow.login()));
    assertThat(poll(flow).statusCode()).isEqualTo(404);
  }

  @Test
  void login_isForgottenAfterTwentyMinutes() {
    Flow flow = begin();
    cloud.grant(URI.create(flow.login()), LOGIN);
    NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(20)));
    assertThat(poll(flow).statusCode()).isEqualTo(404);
  }

  @Test
  void login_behindAProxy_answersTheAddressItBelieves() {
    cloud.faults().advertise(URI.create("http://cloud.example.org/nextcloud/"));
    Flow flow = begin();
    assertThat(flow.login()).startsWith("http://cloud.example.org/nextcloud/login/v2/flow/");
    assertThat(flow.endpoint()).isEqualTo("http://cloud.example.org/nextcloud/login/v2/poll");
  }

  @Test
  void login_throughThePages_isGranted() {
    Flow flow = begin();
    HttpResponse<String> opened = anyone.get(flow.login());
    String cookie = cookie(opened);
    HttpResponse<String> picker = follow(opened, cookie);
    String toGrant = match(picker.body(), "href=\"([^\"]+)\"");
    HttpResponse<String> toLogin = anyone.get(toGrant, "Cookie", cookie);
    assertThat(follow(toLogin, cookie).body()).contains("name=\"password\"");
    String back = match(toLogin.headers().firstValue("Location").orElseThrow(), "_url=(.*)");
    String typed = "user=" + LOGIN + "&password=secret&redirect_url=" + back;
    HttpResponse<String> in = form("/nextcloud/login", typed, cookie);
    HttpResponse<String> page = follow(in, cookie);
    assertThat(page.body()).contains("Davit test").contains("ada");
    String state = match(page.body(), "name=\"stateToken\" value=\"([^\"]+)\"");
    HttpResponse<String> done = form("/nextcloud/login/v2/grant", "stateToken=" + state, cookie);
    assertThat(done.body()).contains("Account connected");
    assertThat(poll(flow).statusCode()).isEqualTo(200);
  }

  @Test
  void login_withTheStateOfAnother_isRefused() {
    HttpResponse<String> opened = anyone.get(begin().login());
    String cookie = cookie(opened);
    HttpResponse<String> page =
        anyone.get("/nextcloud/login/v2/grant?stateToken=forged", "Cookie", cookie);
    assertThat(page.statusCode()).isEqualTo(403);
  }

  @Test
  void user_isKnownByAnotherNameThanTheLogin() {
    HttpResponse<String> user = user("secret");
    assertThat(user.body()).contains("\"id\":\"ada\"").contains("\"statuscode\":200");
  }

  @Test
  void ocs_withoutItsHeader_is412() {
    Http ada = Http.as(cloud.address(), LOGIN, "secret");
    assertThat(ada.get("ocs/v2.php/cloud/user?format=json").statusCode()).isEqualTo(412);
  }

  @Test
  void ocs_answersXml_unlessJsonIsAskedFor() {
    Http ada = Http.as(cloud.address(), LOGIN, "secret");
    assertThat(ada.get("ocs/v2.php/cloud/user", OCS, "true").body())
        .startsWith("<?xml")
        .contains("<id>ada</id>");
  }

  @Test
  void ocs_withAWrongPassword_is401And997() {
    HttpResponse<String> refused = user("wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"statuscode\":997");
    assertThat(cloud.wrongPasswords()).isEqualTo(1);
  }

  @Test
  void appPassword_canBeGivenBack_once() {
    String token = cloud.addAppPassword(LOGIN, "lost phone");
    Http phone = Http.as(cloud.address(), LOGIN, token);
    assertThat(drop(phone).statusCode()).isEqualTo(200);
    assertThat(cloud.appPasswords(LOGIN)).doesNotContain("lost phone");
    assertThat(drop(phone).statusCode()).isEqualTo(401);
  }

  @Test
  void password_ofTheAccount_canNotBeGivenBack() {
    assertThat(drop(Http.as(cloud.address(), LOGIN, "secret")).statusCode()).isEqualTo(403);
  }

  @Test
  void wipe_isAskedForOnMarkedTokensOnly_andEndsThem() {
    String token = cloud.addAppPassword(LOGIN, "stolen laptop");
    assertThat(wipe("check", token).statusCode()).isEqualTo(404);
    cloud.markForWipe(token);
    assertThat(user(token).statusCode()).isEqualTo(401);
    assertThat(wipe("check", token).body()).isEqualTo("{\"wipe\":true}");
    assertThat(wipe("success", token).statusCode()).isEqualTo(200);
    assertThat(wipe("check", token).statusCode()).isEqualTo(404);
  }

  @Test
  void wrongPasswords_tooMany_shutOutTheRightOneToo_forHalfAnHour() {
    for (int i = 0; i < 11; i++) {
      assertThat(user("wrong").statusCode()).isEqualTo(401);
    }
    assertThat(user("secret").statusCode()).isEqualTo(429);
    NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(31)));
    assertThat(user("secret").statusCode()).isEqualTo(200);
  }

  private record Flow(String token, String endpoint, String login) {}

  private static Flow begin() {
    HttpResponse<String> begun =
        anyone.send("POST", "index.php/login/v2", "", "User-Agent", "Davit test");
    assertThat(begun.statusCode()).isEqualTo(200);
    return new Flow(
        field(begun.body(), "token"),
        field(begun.body(), "endpoint"),
        field(begun.body(), "login"));
  }

  private static HttpResponse<String> poll(Flow flow) {
    return form(
        "/nextcloud" + match(flow.endpoint(), ".*(/login.*)"), "token=" + flow.token(), "none=1");
  }

  private static HttpResponse<String> form(String path, String body, String cookie) {
    String type = "application/x-www-form-urlencoded";
    return anyone.send("POST", path, body, "Content-Type", type, "Cookie", cookie);
  }

  private static String cookie(HttpResponse<String> opened) {
    return match(opened.headers().firstValue("Set-Cookie").orElseThrow(), "^([^;]*)");
  }

  private static HttpResponse<String> follow(HttpResponse<String> redirect, String cookie) {
    assertThat(redirect.statusCode()).isEqualTo(303);
    return anyone.get(redirect.headers().firstValue("Location").orElseThrow(), "Cookie", cookie);
  }

  private static HttpResponse<String> user(String password) {
    return Http.as(cloud.address(), LOGIN, password)
        .get("ocs/v2.php/cloud/user?format=json", OCS, "true");
  }

  private static HttpResponse<String> drop(Http client) {
    return client.send("DELETE", "ocs/v2.php/core/apppassword", "", OCS, "true");
  }

  private static HttpResponse<String> wipe(String what, String token) {
    return form("/nextcloud/index.php/core/wipe/" + what, "token=" + token, "none=1");
  }

  private static String field(String json, String name) {
    return match(json, "\"" + name + "\":\"([^\"]*)\"").replace("\\/", "/");
  }

  private static String match(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
