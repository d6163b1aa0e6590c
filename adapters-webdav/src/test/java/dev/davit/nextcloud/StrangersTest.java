package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Grant;
import dev.davit.testkit.memory.TestClock;
import dev.davit.webdav.Davs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are no Nextcloud, or none that is of use. */
class StrangersTest {
  private static final String READY =
      "{\"installed\":true,\"maintenance\":false,\"needsDbUpgrade\":false,\"version\":\"31.0.1.2\","
          + "\"productname\":\"Our own cloud's name\"}";

  private final Map<String, Said> pages = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private NextcloudProvider provider;

  private record Said(int status, String body, String location) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    provider = Clouds.provider(new TestClock());
  }

  @AfterEach
  void stop() {
    provider.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean secret = exchange.getRequestHeaders().containsKey("Authorization");
    String path = exchange.getRequestURI().getPath();
    asked.add(path + (secret ? " with a password" : ""));
    exchange.getRequestBody().readAllBytes();
    Said said = pages.getOrDefault(path, new Said(404, "nothing", ""));
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    if (!said.location().isEmpty()) {
      exchange.getResponseHeaders().add("Location", said.location());
    }
    exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void say(String path, int status, String body) {
    pages.put(path, new Said(status, body, ""));
  }

  private Grant verify() {
    return login().verify(Davs.fields(url(), "ada", "secret"));
  }

  private FieldLogin login() {
    return (FieldLogin) provider.authentication();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{}",
        "[]",
        "{\"installed\":\"yes\",\"version\":\"1\"}",
        "{\"installed\":true}",
        "{\"installed\":true,\"version\":\"10.13\",\"productname\":\"ownCloud\"}",
        "{\"installed\":false,\"version\":\"31.0\",\"productname\":\"Nextcloud\"}"
      })
  void aServer_thatIsNoNextcloud_isToldSo_andNeverSeesThePassword(String status) {
    say("/status.php", 200, status);
    CloudTest.assertKind(ErrorKind.NOT_WEBDAV, this::verify);
    CloudTest.assertKind(
        ErrorKind.NOT_WEBDAV, () -> login().pageLogin().orElseThrow().start(url()));
    assertThat(asked).containsOnly("/status.php");
  }

  @Test
  void aServer_withoutAStatus_isNone() {
    CloudTest.assertKind(ErrorKind.NOT_WEBDAV, this::verify);
    say("/status.php", 200, READY + " ".repeat(100_000));
    CloudTest.assertKind(ErrorKind.NOT_WEBDAV, this::verify);
  }

  @ParameterizedTest
  @CsvSource({"maintenance", "needsDbUpgrade"})
  void aNextcloud_inMaintenance_isUnavailable(String what) {
    say("/status.php", 200, READY.replace("\"" + what + "\":false", "\"" + what + "\":true"));
    CloudTest.assertKind(ErrorKind.UNAVAILABLE, this::verify);
  }

  @Test
  void aRedirect_isFollowedWithinTheOrigin_andTheBaseIsWhereItLeads() {
    pages.put("/status.php", new Said(302, "", "/cloud/status.php"));
    say("/cloud/status.php", 200, READY);
    say("/cloud/ocs/v2.php/cloud/user", 200, "{\"ocs\":{\"data\":{\"id\":\"ada\"}}}");
    assertThat(verify().subject()).isEqualTo("ada at " + url() + "cloud/");
  }

  @Test
  void S7_aRedirect_toAnotherOrigin_isNotFollowed() {
    pages.put("/status.php", new Said(302, "", "http://127.0.0.1:1/status.php"));
    CloudTest.assertKind(ErrorKind.ADDRESS_REFUSED, this::verify);
    say("/status.php", 200, READY);
    pages.put("/ocs/v2.php/cloud/user", new Said(302, "", "http://127.0.0.1:1/x"));
    CloudTest.assertKind(ErrorKind.ADDRESS_REFUSED, this::verify);
  }

  @Test
  void aUser_thatCanNotBeTold_isNoUser() {
    say("/status.php", 200, READY);
    for (String answer :
        List.of(
            "<html>",
            "{\"ocs\":{\"data\":{\"id\":\"\"}}}",
            "{\"ocs\":{\"data\":{\"id\":\"..\"}}}",
            "{\"ocs\":{\"data\":[]}}")) {
      say("/ocs/v2.php/cloud/user", 200, answer);
      CloudTest.assertKind(ErrorKind.NOT_WEBDAV, this::verify);
    }
  }

  @Test
  void anAnswer_thatIsFine_withAnErrorInside_isARefusal() {
    say("/status.php", 200, READY);
    say(
        "/ocs/v2.php/cloud/user",
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997},\"data\":[]}}");
    CloudTest.assertKind(ErrorKind.CREDENTIALS_REFUSED, this::verify);
    assertThat(asked).containsExactly("/status.php", "/ocs/v2.php/cloud/user with a password");
  }

  @Test
  void aPoll_thatMakesNoSense_isSaidSo() {
    say("/status.php", 200, READY);
    say(
        "/index.php/login/v2",
        200,
        "{\"poll\":{\"token\":\"t0ken\",\"endpoint\":\"%spoll\"},\"login\":\"%slogin\"}"
            .formatted(url(), url()));
    var started = login().pageLogin().orElseThrow().start(url());
    assertThat(started.toString()).doesNotContain("t0ken");
    say("/poll", 200, "<html>");
    CloudTest.assertKind(
        ErrorKind.PROTOCOL, () -> login().pageLogin().orElseThrow().poll(started.state()));
    say("/poll", 200, "{\"server\":\"x\"}");
    CloudTest.assertKind(
        ErrorKind.PROTOCOL, () -> login().pageLogin().orElseThrow().poll(started.state()));
    say("/poll", 503, "");
    CloudTest.assertKind(
        ErrorKind.UNAVAILABLE, () -> login().pageLogin().orElseThrow().poll(started.state()));
  }

  @Test
  void aGrant_thatOpensNothing_isEndedAtTheServer() {
    say("/status.php", 200, READY);
    say(
        "/index.php/login/v2",
        200,
        "{\"poll\":{\"token\":\"t\",\"endpoint\":\"%spoll\"},\"login\":\"%slogin\"}"
            .formatted(url(), url()));
    var started = login().pageLogin().orElseThrow().start(url());
    say("/poll", 200, "{\"server\":\"x\",\"loginName\":\"ada\",\"appPassword\":\"granted\"}");
    say("/ocs/v2.php/cloud/user", 503, "");
    CloudTest.assertKind(
        ErrorKind.INVALID_FLOW, () -> login().pageLogin().orElseThrow().poll(started.state()));
    assertThat(asked).endsWith("/ocs/v2.php/core/apppassword with a password");
  }
}
