package dev.davit.demo;

import static dev.davit.emulator.microsoft.Decision.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.google.Decision;
import dev.davit.ports.CloudException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new user's first minute: what the demo prints can be opened and typed. */
class DemoTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path place;

  /** Tomcat remembers its first folder, and would make it anew. */
  @AfterEach
  void forgetTomcatsFolder() {
    System.clearProperty("catalina.home");
    System.clearProperty("catalina.base");
  }

  @Test
  void whatIsPrinted_leadsToTheFilesOfTheCloud() throws Exception {
    try (Demo demo = Demo.start(0, place)) {
      String text = demo.instructions();
      String page = first(text, "Open +(http://localhost:[0-9]+/)\n");
      assertThat(send(request(page))).contains("<!doctype html>");

      String token = logIn(page, text);
      String connection = connect(page, token, text);

      String root = page + "api/cloud/folders/webdav/root?connection_id=" + connection;
      assertThat(send(request(root).header("Authorization", token)))
          .contains("\"Empty\"", "\"Letters\"", "\"Logbook\"", "\"Welcome.txt\"");
      assertThat(Path.of(first(text, "files are in (.+)\n")).resolve("Letters")).isDirectory();
      assertThat(nextcloud(text.substring(text.indexOf("Nextcloud")))).contains("/Photos/");
      DemoGoogle google = demo.emulated().google();
      assertThat(
              consented(
                  "google_drive",
                  asked -> google.emulator().consent(asked, google.captain(), Decision.allow()),
                  page,
                  token))
          .contains("\"Voyages\"", "\"Readme.md\"");
      DemoMicrosoft microsoft = demo.emulated().microsoft();
      assertThat(
              consented(
                  "onedrive",
                  asked -> microsoft.emulator().consent(asked, microsoft.captain(), ACCEPT),
                  page,
                  token))
          .contains("\"Voyages\"", "\"Readme.md\"", "\"Charts\"");
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void emulators_areReadyForWhatTheyPrint_andLeaveNothing() throws Exception {
    try (Emulators emulators = Emulators.start(0, place)) {
      String text = emulators.instructions();
      assertThat(nextcloud(text)).contains("/Photos/");
      assertThat(send(request(first(text, "faults: +(\\S+)")))).contains("maintenance");
      String google = text.substring(text.indexOf("  Google"), text.indexOf("  Microsoft"));
      assertThat(send(request(first(google, "faults: +(\\S+)")))).contains("invalid-grant");
      assertThat(send(request(consentPage(text, "GOOGLE", "/o/oauth2/v2/auth?scope=openid"))))
          .contains(first(google, "accounts: +([^,]+)"));
      String microsoft = text.substring(text.indexOf("  Microsoft"));
      assertThat(send(request(first(microsoft, "faults: +(\\S+)")))).contains("graph-throttled");
      String authorize = "/common/oauth2/v2.0/authorize?scope=openid+offline_access";
      assertThat(send(request(consentPage(text, "MICROSOFT", authorize))))
          .contains(first(microsoft, "accounts: +([^,]+)"), DemoMicrosoft.AT_WORK);
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void emulators_onAPortThatIsTaken_leaveNothingBehind() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Emulators.start(taken.getLocalPort(), place))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
    assertThat(place).isEmptyDirectory();
  }

  /** What is at the top of a storage, when the captain has allowed it on the provider's page. */
  private static String consented(
      String provider, UnaryOperator<URI> consent, String page, String token) throws Exception {
    HttpRequest.Builder begin =
        request(page + "api/cloud/oauth/initiate/" + provider).header("Authorization", token);
    HttpResponse<String> begun = HTTP.send(begin.build(), BodyHandlers.ofString());
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    URI asked = URI.create(first(begun.body(), "\"authorization_url\":\"([^\"]+)\""));
    URI back = consent.apply(asked);
    HttpRequest.Builder callback = request(back.toString()).header("Cookie", cookie);
    HTTP.send(callback.build(), BodyHandlers.discarding());
    String root = page + "api/cloud/folders/" + provider + "/root";
    return send(request(root).header("Authorization", token));
  }

  /** Where a server with these settings would send a browser. */
  private static String consentPage(String text, String vendor, String path) {
    return first(text, "DAVIT_DEV_" + vendor + "_URL=(\\S+)")
        + (path + "&client_id=" + first(text, "DAVIT_" + vendor + "_CLIENT_ID=(\\S+)"))
        + "&redirect_uri=http://localhost:8080/api/cloud/oauth/callback&response_type=code";
  }

  /** What is at the top of the Nextcloud that is spoken of. */
  private static String nextcloud(String text) throws Exception {
    String pair = first(text, "user: +(\\S+)") + ":" + first(text, "password: +(\\S+)");
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    String address = first(text, "address: +(\\S+)");
    HttpRequest propfind =
        request(address + "remote.php/dav/files/" + first(text, "user id +(\\w+)") + "/")
            .header("Authorization", "Basic " + basic)
            .method("PROPFIND", BodyPublishers.noBody())
            .build();
    return HTTP.send(propfind, BodyHandlers.ofString()).body();
  }

  private static String logIn(String page, String text) throws Exception {
    String email = first(text, "Log in +(\\S+)");
    String password = first(text, "Log in .*password: (.+?) +\\(or register\\)");
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    String login = send(request(page + "api/auth/login").POST(BodyPublishers.ofString(body)));
    return "Bearer " + first(login, "\"access_token\":\"([^\"]+)\"");
  }

  private static String connect(String page, String token, String text) throws Exception {
    String body =
        "{\"server_url\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(
                first(text, "address: +(.+)\n"),
                first(text, "user: +(.+)\n"),
                first(text, "\n +password: +(.+)\n"));
    String made =
        send(
            request(page + "api/cloud/connections/webdav")
                .header("Authorization", token)
                .POST(BodyPublishers.ofString(body)));
    return first(made, "\"id\":\"([^\"]+)\"");
  }

  @Test
  void portThatIsTaken_leavesNothingBehind() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Demo.start(taken.getLocalPort(), place))
          .isInstanceOf(CloudException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
    assertThat(place).isEmptyDirectory();
  }

  private static String first(String text, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).as(regex + " in " + text).isTrue();
    return matcher.group(1);
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return answer.body();
  }
}
