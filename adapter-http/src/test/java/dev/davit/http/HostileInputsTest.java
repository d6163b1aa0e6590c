package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A thousand inputs that nobody means well, from one seed. */
class HostileInputsTest {
  private static final long SEED = 20260101;

  /** Where browsers land that come back from a provider with what is of no use. */
  private static final String REFUSED = "http://localhost:8080/?cloud_error=invalid-flow";

  private static final int INPUTS = 1000;
  private static final World WORLD =
      new World(settings -> settings.withLimits(HttpLimits.defaults().withUploads(50_000, 50_000)));

  private final Random random = new Random(SEED);
  private final Stage stage = Stage.set(WORLD);
  private final List<Route> routes =
      stage.routes().stream().filter(route -> route.path().startsWith("/api/")).toList();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  void W3_hostileInputs_areRefusedWithoutABreakdown() {
    for (int i = 0; i < INPUTS; i++) {
      WORLD.clock.advance(Duration.ofSeconds(1));
      Route route = routes.get(random.nextInt(routes.size()));
      String what = i + ": " + route;
      Reply reply = route.body().isJson() ? hostileBody(route) : hostileAddress(route);
      if (reply.status() == 303 && route.others()) {
        assertThat(reply.header("Location")).as(what).startsWith(REFUSED);
        continue;
      }
      assertThat(reply.status()).as("%s: %s", what, reply.text()).isBetween(400, 499);
      assertThat(reply.header("Content-Type")).as(what).isEqualTo(Problem.MEDIA_TYPE);
      assertThat(reply.text()).as(what).doesNotContain("Exception").doesNotContain("dev.davit");
    }
  }

  private Reply hostileBody(Route route) {
    RouteCase good = RouteCase.of(route, stage);
    Client client =
        stage
            .callerOf(route)
            .with("Content-Type", pick("application/json", "application/json; charset=utf-8"));
    return client.send(
        route.method().name(), good.path(), BodyPublishers.ofByteArray(hostileJson(good)));
  }

  private byte[] hostileJson(RouteCase good) {
    String json = good.body().replace('\'', '"');
    String first = json.replaceAll("(?s)^\\{(\"[a-z_]+\").*", "$1");
    String text =
        switch (random.nextInt(16)) {
          case 0 -> json.substring(0, random.nextInt(json.length() - 1));
          case 1 -> "[".repeat(1 + random.nextInt(20_000));
          case 2 -> "{\"a\":".repeat(1 + random.nextInt(10_000));
          case 3 -> value(json, "9".repeat(1 + random.nextInt(3000)));
          case 4 -> value(json, "1e" + random.nextInt(Integer.MAX_VALUE));
          case 5 -> value(json, pick("true", "[]", "{}", "[1,2]", "-0.0"));
          case 6 -> start(json, pick("\\u0000", "\\u0007", "\\ud800", "\\udfff"));
          case 7 -> start(json, pick("\0", "\r\nX-Evil: 1\r\n", "\t"));
          case 8 -> json + pick("{}", "x", ",", "\0", "null");
          case 9 -> "{" + first + ":\"a\"," + first + ":\"b\"}";
          case 10 ->
              json.replaceFirst(
                  "\\{", "{\"" + pick("admin", "role", "__proto__", "") + "\":\"x\",");
          case 11 -> pick("", " ", "null", "\"text\"", "0", "\uFEFF" + json, "<a/>", "a=b&c=d");
          case 12 -> start(json, "x".repeat(8300 + random.nextInt(90_000)));
          case 13 -> json.replace(":", pick(";", "=", " "));
          case 14 -> value(json, "\"\\x41\"");
          default -> json.replaceFirst("\"", "\\\\\"");
        };
    return random.nextInt(5) == 0 ? badUtf8(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same with another first value. */
  private static String value(String json, String value) {
    return json.replaceFirst(":\"[^\"]*\"", Matcher.quoteReplacement(":" + value));
  }

  /** The same with something before the first value. */
  private static String start(String json, String text) {
    return json.replaceFirst(":\"", Matcher.quoteReplacement(":\"" + text));
  }

  private byte[] badUtf8(String text) {
    byte[] bytes = ("{\"x" + text).getBytes(StandardCharsets.UTF_8);
    bytes[2] = (byte) (0xF8 + random.nextInt(8));
    return bytes;
  }

  private Reply hostileAddress(Route route) {
    RouteCase good = RouteCase.of(route, stage);
    Client client = stage.callerOf(route);
    boolean inPath = good.route().path().contains("{") && random.nextBoolean();
    if (inPath) {
      return good.withPath(route.path().replaceAll("\\{[a-z_]+}", hostileSegment())).send(client);
    }
    return good.withQuery(hostileQuery()).send(client);
  }

  private String hostileSegment() {
    return pick(
        "..%2F..%2Fetc%2Fpasswd",
        "%2e%2e",
        "%00",
        "a%0d%0aX-Evil:1",
        "%c0%ae%c0%ae",
        "%ff%fe",
        "%ED%A0%80",
        "a;jsessionid=1",
        "%252e%252e%252f",
        "%5c..%5c",
        "-".repeat(2000),
        "'%20OR%201=1--",
        "%F0%9F%92%A9",
        "a%20b",
        "*");
  }

  private String hostileQuery() {
    return pick(
        "x=1",
        "=1",
        "limit=0&limit=0",
        "limit=-1",
        "limit=99999999999999999999",
        "limit=1e3",
        "refresh=maybe",
        "page_token=%00",
        "page_token=" + "A".repeat(9000),
        "page_token=..%2F",
        "connection_id=%27",
        "conflict=all&name=x",
        "name=%00",
        "name=a%0d%0ab",
        "name=%ff",
        "name=a&name=b",
        "%6eame=a");
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
