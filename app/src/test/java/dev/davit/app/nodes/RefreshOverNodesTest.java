package dev.davit.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four server processes whose clocks are apart, one account at a provider that gives a new refresh
 * token each time.
 */
class RefreshOverNodesTest {
  private static final String ROOT = "/api/cloud/folders/google_drive/root?refresh=true";
  private static final String TOKEN = "/token";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** The lease of a refresh, and five seconds (R2). */
  private static final Duration HEALED = Duration.ofSeconds(35);

  @TempDir static Path place;
  private static GoogleCloud google;
  private static Fleet fleet;
  private static CredentialsTable credentials;
  private static int users;

  private GoogleAccount account;
  private Client user;
  private long before;

  @BeforeAll
  static void open() {
    google = GoogleCloud.start(place.resolve("google"));
    Map<String, String> all = new HashMap<>(google.settings());
    for (String limit : List.of("AT_ONCE", "AT_ONCE_USER", "AT_ONCE_PROVIDER")) {
      all.put("DAVIT_" + limit, "300");
    }
    all.put("DAVIT_DATABASE_POOL", "20");
    all.put("DAVIT_DATABASE_CONNECT_TIMEOUT", "PT30S");
    all.put("DAVIT_STORAGE", "disk-shared");
    all.put("DAVIT_STORAGE_FOLDER", place.resolve("documents").toString());
    fleet =
        Fleet.start(
            place.resolve("fleet"),
            PostgresServer.shared(),
            all,
            List.of(clock("PT10M"), clock("-PT10M"), clock("PT0S"), clock("PT0S")));
    credentials = new CredentialsTable(fleet.database());
  }

  private static Map<String, String> clock(String offset) {
    return Map.of("DAVIT_DEV_CLOCK_OFFSET", offset);
  }

  @AfterAll
  static void close() {
    if (fleet != null) {
      fleet.close();
    }
    google.close();
  }

  @AfterEach
  void settle() {
    google.google().clearFaults();
    fleet.revive();
  }

  /** Somebody new, who begins to connect on the first node and comes back to the second. */
  @BeforeEach
  void connect() throws SQLException {
    fleet.database().execute("DELETE FROM davit_connections");
    String name = "user" + users++;
    account = google.account(name + "@gmail.example", "hello.txt");
    user = fleet.client(0).registered(name + "@example.org", House.PASSWORD);
    assertThat(google.connect(user, fleet.node(1), account))
        .isEqualTo("http://localhost:8080/?cloud_connected=google_drive");
    google.google().rotation(Rotation.PUNISHES_REUSE);
    before = google.refreshes();
  }

  @Test
  void R1_R4_callsOfFourNodesOnTokensThatAreOver_areOneRefreshEachTime() throws Exception {
    refreshTogether(4, 40, 40);
  }

  @Test
  @Tag("long")
  void R1_R4_aHundredExpiries_underCallsOfFourNodes_areAHundredRefreshes() throws Exception {
    refreshTogether(100, 250, 25);
  }

  /** So many calls to each node at every fourth expiry, and fewer, which are soon over, between. */
  private void refreshTogether(int expiries, int most, int fewer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(fleet.size() * most);
    try {
      for (int i = 0; i < expiries; i++) {
        google.expireAccessTokens();
        for (Future<Answer> call : callAll(threads, i % 4 == 0 ? most : fewer)) {
          call.get(2, TimeUnit.MINUTES).expect(200);
        }
        assertThat(google.refreshes()).as("refreshes").isEqualTo(before + i + 1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(google.grants(account)).as("grants that live").isEqualTo(1);
    assertThat(credentials.audited("connection.requires_reauth")).isZero();
  }

  private List<Future<Answer>> callAll(ExecutorService threads, int calls) {
    List<Future<Answer>> all = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      for (int node = 0; node < fleet.size(); node++) {
        Client there = at(node);
        all.add(threads.submit(() -> there.get(ROOT)));
      }
    }
    return all;
  }

  @Test
  @Tag("long")
  void R2_killedBeforeTheProviderHears_anotherNodeRefreshes() {
    google.google().faults().inject(Fault.dropped().at(TOKEN).forever());
    CompletableFuture<Void> call = callThatRefreshes(2);
    fleet.node(2).kill();
    google.google().clearFaults();
    credentials.letLeasesRunOut();

    assertServed(3);

    assertThat(google.refreshes()).isEqualTo(before + 1);
    assertThat(google.grants(account)).isEqualTo(1);
    fleet.restart(2);
    assertServed(2);
    call.join();
  }

  @Test
  @Tag("long")
  void R2_killedWhenItHadWritten_othersUseWhatItGot() {
    google.expireAccessTokens();
    assertServed(2);
    fleet.node(2).kill();

    assertServed(3);

    assertThat(google.refreshes()).isEqualTo(before + 1);
    assertThat(google.grants(account)).isEqualTo(1);
  }

  @Test
  @Tag("long")
  void R2_killedBeforeItCouldWrite_anotherNodeRefreshes_whereOldTokensStayGood() throws Exception {
    google.google().rotation(Rotation.KEEPS_OLD);
    killBetweenAnswerAndCommit(2);
    credentials.letLeasesRunOut();

    assertServed(3);

    assertThat(google.refreshes()).isEqualTo(before + 2);
    assertThat(credentials.versions()).isEqualTo(2);
    fleet.restart(2);
    assertServed(2);
    assertThat(google.refreshes()).isEqualTo(before + 2);
  }

  @Test
  @Tag("long")
  void R2_killedBeforeItCouldWrite_isUsableAgain_withinTheLeaseAndFiveSeconds() throws Exception {
    google.google().rotation(Rotation.KEEPS_OLD);
    killBetweenAnswerAndCommit(2);
    long killed = System.nanoTime();

    awaitServed(3);

    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(HEALED);
  }

  @Test
  void R2_killedBeforeItCouldWrite_isOneReauth_whereReuseIsPunished() throws Exception {
    killBetweenAnswerAndCommit(2);
    credentials.letLeasesRunOut();

    at(3).get(ROOT).expectProblem(409, "reauth-required");
    at(0).get(ROOT).expectProblem(409, "reauth-required");

    assertThat(google.grants(account)).isZero();
    assertThat(credentials.audited("connection.requires_reauth")).isEqualTo(1);
    fleet.restart(2);
    at(2).get(ROOT).expectProblem(409, "reauth-required");
    assertThat(credentials.audited("connection.requires_reauth")).isEqualTo(1);
    fleet.database().execute("DELETE FROM davit_audit");
  }

  @Test
  void R3_holderStoppedPastItsLease_writesNothing() {
    pauseAHolder();
    credentials.letLeasesRunOut();
    goOnAfterItsSuccessor();
  }

  @Test
  @Tag("long")
  void R3_holderStoppedForItsWholeLease_writesNothing() {
    pauseAHolder();
    goOnAfterItsSuccessor();
  }

  private void pauseAHolder() {
    google.google().rotation(Rotation.KEEPS_OLD);
    google.google().faults().inject(Fault.slow(Duration.ofMinutes(2)).at(TOKEN));
    CompletableFuture<Void> unused = callThatRefreshes(2);
    Await.until("the question", SOON, () -> google.google().faults().waiting().isEmpty());
    fleet.node(2).pause();
  }

  private void goOnAfterItsSuccessor() {
    awaitServed(3);
    String successors = credentials.sealed();
    assertThat(google.refreshes()).isEqualTo(before + 1);

    google.google().clearFaults();
    fleet.node(2).resume();
    Await.until("its own refresh", SOON, () -> google.refreshes() == before + 2);

    assertServed(2);
    assertThat(credentials.sealed()).isEqualTo(successors);
    assertThat(credentials.versions()).isEqualTo(2);
    assertServed(0);
    assertThat(google.refreshes()).isEqualTo(before + 2);
  }

  /** Ends a node that has been given new tokens and waits to write them. */
  private void killBetweenAnswerAndCommit(int node) throws SQLException {
    google.google().faults().inject(Fault.slow(Duration.ofMinutes(2)).at(TOKEN));
    CompletableFuture<Void> call = callThatRefreshes(node);
    try (Connection held = credentials.hold()) {
      google.google().clearFaults();
      Await.until("the answer", SOON, () -> google.refreshes() == before + 1);
      Await.until("the commit", SOON, () -> credentials.waiting() > 0);
      fleet.node(node).kill();
      held.rollback();
    }
    call.join();
    assertThat(credentials.versions()).as("nothing was written").isEqualTo(1);
  }

  /** Calls a node, which now has the right to refresh; whatever it answers, if it does. */
  private CompletableFuture<Void> callThatRefreshes(int node) {
    google.expireAccessTokens();
    Client there = at(node);
    CompletableFuture<Void> call =
        CompletableFuture.supplyAsync(() -> there.get(ROOT))
            .handle((answer, failure) -> null)
            .thenAccept(nothing -> {});
    Await.until("the lease", SOON, credentials::isLeased);
    return call;
  }

  /** A call that comes early in another's lease may end before it does. */
  private void awaitServed(int node) {
    Await.until("it is served", HEALED, () -> at(node).get(ROOT).status() == 200);
  }

  private void assertServed(int node) {
    at(node).get(ROOT).expect(200);
  }

  private Client at(int node) {
    return user.at(fleet.node(node).port());
  }
}
