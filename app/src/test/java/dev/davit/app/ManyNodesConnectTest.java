package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.app.support.Logs;
import dev.davit.app.support.Nodes;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connects whose steps reach several nodes, as behind a load balancer. */
class ManyNodesConnectTest {
  private static final String FRONTEND = "https://app.example.org/storage";
  private static final String COMPLETE = "/api/cloud/oauth/complete";
  private static final int PAIRS = 5;

  @TempDir static Path place;
  private static final Logs LOGS = Logs.collect();
  private static GoogleCloud google;
  private static Nodes nodes;
  private static List<DavitApp> plain;
  private static List<DavitApp> elsewhere;

  @BeforeAll
  static void open() {
    google = GoogleCloud.start(place.resolve("google"));
    nodes = Nodes.open(place);
    Map<String, String> settings = new HashMap<>(google.settings());
    settings.putAll(Nodes.redis());
    plain = List.of(nodes.start(settings), nodes.start(settings));
    settings.put("DAVIT_FRONTEND_URL", FRONTEND);
    elsewhere = List.of(nodes.start(settings), nodes.start(settings), nodes.start(settings));
  }

  @AfterAll
  static void close() {
    nodes.close();
    google.close();
    LOGS.close();
  }

  private static Client user(DavitApp node, String name) {
    return Client.of(node.port()).registered(House.email(name), House.PASSWORD);
  }

  private static Client at(DavitApp node, Client user) {
    return user.at(node.port());
  }

  /** A connect that somebody began and allowed, on its way back to us. */
  private record Begun(String cookie, String back) {
    static Begun of(Client user, String name) {
      Answer begun = user.get("/api/cloud/oauth/initiate/google_drive").expect(200);
      GoogleAccount account = google.account(name + "@gmail.example", name + ".txt");
      URI page = URI.create(begun.text("authorization_url"));
      URI back = google.google().consent(page, account, Decision.allow());
      String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
      return new Begun(cookie, back.getRawPath() + "?" + back.getRawQuery());
    }

    /** Where it lands when the browser that began it comes back to this node. */
    String landsAt(DavitApp node) {
      return landsAt(Client.of(node.port()).with("Cookie", cookie));
    }

    /** Where it lands when this browser comes. */
    String landsAt(Client browser) {
      return browser.get(back).expect(303).header("Location");
    }
  }

  private static List<String> labels(Client user) {
    return user.get("/api/cloud/connections")
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("account_label");
  }

  private static long exchanges() {
    return google.google().requests().count("POST", "/token");
  }

  private static long audited(String action) throws SQLException {
    String query = "SELECT count(*) FROM davit_audit WHERE action = '" + action + "'";
    try (Connection connection = nodes.database().connect();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void O2_begunOnA_cameBackToB_isCompletedOnC_byWhoBeganIt_ofAFrontendElsewhere() {
    Client fay = user(elsewhere.get(0), "fay");
    String landed = Begun.of(fay, "fay").landsAt(elsewhere.get(1));

    String start = FRONTEND + "#cloud_handle=";
    assertThat(landed).startsWith(start);
    String secret = landed.substring(start.length());
    Map<String, String> handle = Map.of("handle", secret);
    Client onC = at(elsewhere.get(2), fay);
    assertThat(onC.post(COMPLETE, handle).expect(200).text("account_label"))
        .isEqualTo("fay@gmail.example");

    at(elsewhere.get(0), fay).post(COMPLETE, handle).expectProblem(400, "invalid-flow");
    assertThat(labels(fay)).containsExactly("fay@gmail.example");
    assertThat(Canary.found(LOGS.text(), google.secrets())).isEmpty();
    assertThat(Canary.found(LOGS.text(), secret)).isEmpty();
  }

  @Test
  void O2_whatAnotherUserCompletesOnC_isRefused_andAuditedOnce() throws SQLException {
    Client gil = user(elsewhere.get(0), "gil");
    Client mallory = user(elsewhere.get(2), "mallory");
    String landed = Begun.of(gil, "gil").landsAt(elsewhere.get(1));
    Map<String, String> handle = Map.of("handle", landed.replaceFirst(".*=", ""));
    long before = audited("oauth.binding_mismatch");
    long exchanged = exchanges();

    mallory.post(COMPLETE, handle).expectProblem(400, "invalid-flow");
    at(elsewhere.get(1), gil).post(COMPLETE, handle).expectProblem(400, "invalid-flow");

    assertThat(audited("oauth.binding_mismatch")).isEqualTo(before + 1);
    assertThat(exchanges()).isEqualTo(exchanged);
    assertThat(labels(gil)).isEmpty();
    assertThat(labels(mallory)).isEmpty();
  }

  @Test
  void O2_cameBackToB_withoutTheCookieFromA_isRefused_andAudited() throws SQLException {
    Client ida = user(plain.get(0), "ida");
    Begun begun = Begun.of(ida, "ida");
    long before = audited("oauth.binding_mismatch");
    long exchanged = exchanges();

    assertThat(begun.landsAt(Client.of(plain.get(1).port()))).contains("cloud_error=invalid-flow");

    assertThat(audited("oauth.binding_mismatch")).isEqualTo(before + 1);
    assertThat(exchanges()).isEqualTo(exchanged);
    assertThat(labels(ida)).isEmpty();
  }

  @Test
  void O1_cameBackToTwoNodesAtOnce_isExchangedOnce() throws Exception {
    Client jon = user(plain.get(0), "jon");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < PAIRS; i++) {
        Begun begun = Begun.of(jon, "jon" + i);
        long exchanged = exchanges();

        List<Future<String>> both =
            plain.stream().map(node -> threads.submit(() -> begun.landsAt(node))).toList();

        Stream<String> landed =
            Stream.of(both.get(0).get(60, TimeUnit.SECONDS), both.get(1).get(60, TimeUnit.SECONDS))
                .map(address -> address.replaceFirst(".*\\?", ""));
        assertThat(landed)
            .containsExactlyInAnyOrder("cloud_connected=google_drive", "cloud_error=invalid-flow");
        assertThat(exchanges()).isEqualTo(exchanged + 1);
        assertThat(labels(at(plain.get(1), jon))).hasSize(i + 1);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
