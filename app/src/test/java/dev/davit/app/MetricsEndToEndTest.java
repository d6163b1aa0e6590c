package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of its work after it has done some, and what it does not say. */
class MetricsEndToEndTest {
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final String TOKEN = "metrics-token-canary-0123456789";
  @TempDir static Path place;
  private static House house;
  private static String connection;
  private static String account;
  private static String document;

  @BeforeAll
  static void open() {
    house = House.open(place, Map.of("DAVIT_METRICS_TOKEN", TOKEN));
    Client ada = house.user("ada");
    account = ada.get("/api/users/me").expect(200).text("id");
    connection = house.connect(ada);
    String root = "/api/cloud/folders/webdav/root";
    ada.get(root).expect(200);
    ada.get(root).expect(200);
    ada.patch("/api/users/me/default-storage", Map.of("provider", "webdav")).expect(200);
    Answer stored = ada.store("name-canary.txt", "content-canary".getBytes(StandardCharsets.UTF_8));
    document = stored.expect(201).text("id");
    ada.get("/api/documents/" + document + "/content").expect(200);
    ada.connect(house.foreign().address(), House.DAV_USER, "wrong-canary").expect(422);
    ada.get("/" + account).expect(404);
    ada.get("/api/cloud/connections/" + connection + "/quota?" + document).expect(400);
    house.anybody().bearer(TOKEN + "x").get("/api/documents").expect(401);
    ada.get(root + "?page_token=AQ").expectProblem(400, "invalid-cursor");
    house.anybody().loggedIn(House.email("ada"), House.PASSWORD);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String shown() {
    return house.anybody().bearer(TOKEN).get("/metrics").expect(200).text();
  }

  @Test
  void E5_noSecret_isInTheMetrics() {
    String shown = shown();
    assertThat(shown).contains("davit_provider_call_duration_seconds_count");
    assertThat(
            Canary.found(
                shown, House.DAV_PASSWORD, House.PASSWORD, TOKEN, "wrong-canary", "name-canary"))
        .isEmpty();
  }

  @Test
  void nobody_andNothingOfAnybodys_isInTheMetrics() {
    assertThat(shown())
        .doesNotContain(
            connection,
            account,
            document,
            "example.org",
            House.DAV_USER + "\"",
            house.foreign().address().getAuthority(),
            place.toString());
  }

  @Test
  void work_isCounted() {
    assertThat(shown())
        .contains(
            "davit_listing_cache_total{result=\"hit\"} 1.0",
            "operation=\"list\",outcome=\"ok\",provider=\"webdav\"",
            "operation=\"verify\",outcome=\"credentials_refused\",provider=\"webdav\"",
            "{method=\"POST\",route=\"/api/documents\",status=\"201\"} 1",
            "davit_http_upload_bytes_total 14.0",
            "davit_http_download_bytes_total 14.0",
            "davit_vault_failures_total{kind=\"integrity\"} 0.0");
  }

  @Test
  void labels_areOfClosedLists() {
    Map<String, Set<String>> labels = new TreeMap<>();
    shown().lines().filter(line -> line.startsWith("davit_")).forEach(line -> read(line, labels));
    assertThat(labels.keySet())
        .containsExactlyInAnyOrder(
            "kind",
            "le",
            "method",
            "operation",
            "outcome",
            "provider",
            "result",
            "route",
            "state",
            "status",
            "version");
    assertThat(labels.get("provider")).isSubsetOf("webdav", "nextcloud", "local");
    assertThat(labels.get("operation")).allMatch(word -> word.matches("[a-zA-Z]{3,16}"));
    assertThat(labels.get("outcome")).allMatch(word -> word.matches("ok|[a-z_]{3,24}"));
    assertThat(labels.get("route")).allMatch(MetricsEndToEndTest::isTemplate);
  }

  private static void read(String line, Map<String, Set<String>> labels) {
    Matcher label = LABEL.matcher(line.substring(0, line.lastIndexOf('}') + 1));
    while (label.find()) {
      labels.computeIfAbsent(label.group(1), name -> new TreeSet<>()).add(label.group(2));
    }
  }

  private static boolean isTemplate(String route) {
    return route.equals("none")
        || house.anybody().get("/openapi.json").expect(200).json().path("paths").has(route);
  }

  @Test
  void withoutTheToken_nobodyReads() {
    house.anybody().get("/metrics").expectProblem(401, "unauthenticated");
    house.admin().get("/metrics").expectProblem(401, "unauthenticated");
  }
}
