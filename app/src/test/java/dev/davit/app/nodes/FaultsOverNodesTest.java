package dev.davit.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.GoogleCloud;
import dev.davit.app.support.House;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.testservers.PostgresServer;
import dev.davit.testservers.RedisAlone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that are used all the time, while one after the other goes away on which they rest. */
class FaultsOverNodesTest {
  private static final String INITIATE = "/api/cloud/oauth/initiate/google_drive";
  private static final String ADA = "ada@example.org";
  private static final String PASSWORD = House.PASSWORD;
  private static final String REDIS_PASSWORD = "kanarievogelRedis77";

  /** What is to be found, so that nobody looks in vain. */
  private static final String PLANTED = "planted-canary-0815-4711";

  /** How soon everything works again (F). */
  private static final Duration BACK = Duration.ofSeconds(10);

  /** How soon a new connect is refused while Redis is away. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path place;
  private final PostgresServer postgres = PostgresServer.open();
  private final RedisAlone redis = RedisAlone.open(REDIS_PASSWORD);
  private final Acknowledged acknowledged = new Acknowledged();
  private final List<Visitor> visitors = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private GoogleCloud google;
  private Fleet fleet;
  private Client user;
  private int accounts;
  private int starters;
  private int enough;

  /** Starts nodes, and a visitor for each, who is served some times between two faults. */
  @BeforeEach
  void open(TestInfo test) {
    boolean isLong = test.getTags().contains("long");
    int nodes = isLong ? 3 : 2;
    enough = isLong ? 25 : 6;
    google = GoogleCloud.start(place.resolve("google"));
    Map<String, String> all = new HashMap<>(google.settings());
    all.put("DAVIT_REDIS_URL", redis.url());
    fleet =
        Fleet.start(place.resolve("fleet"), postgres, all, Collections.nCopies(nodes, Map.of()));
    user = fleet.client(0).registered(ADA, PASSWORD);
    assertConnects();
    String connection =
        user.get("/api/cloud/connections").expect(200).json().at("/items/0/id").asText();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < nodes; i++) {
      visitors.add(new Visitor(fleet, i, user, connection, acknowledged, random.split()));
    }
    visitors.forEach(threads::execute);
    assertServed();
  }

  @AfterEach
  void close() throws InterruptedException {
    visitors.forEach(Visitor::leave);
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    if (fleet != null) {
      fleet.close();
    }
    redis.close();
    postgres.close();
    google.close();
  }

  @Test
  void F_eachFaultOnce_losesNothing_andNoSecretIsAnywhere() throws Exception {
    redisStops();
    redisIsFlushed();
    postgresRestarts();
    nodeIsKilled(1);
    end();
    assertNoSecretIsAnywhere();
  }

  @Test
  @Tag("long")
  void F_manyFaults_loseNothing_andNoSecretIsAnywhere() throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 8; i++) {
      switch (i < 4 ? i : random.nextInt(4)) {
        case 0 -> redisStops();
        case 1 -> redisIsFlushed();
        case 2 -> postgresRestarts();
        default -> nodeIsKilled(random.nextInt(fleet.size()));
      }
    }
    end();
    assertNoSecretIsAnywhere();
  }

  private void redisStops() {
    Client starter = fleet.client(0).registered("starter" + starters++ + "@example.org", PASSWORD);
    redis.stop();
    for (int node = 0; node < fleet.size(); node++) {
      Client there = starter.at(fleet.node(node).port());
      there.get(INITIATE).expectProblem(503, "unavailable");
      long start = System.nanoTime();
      there.get(INITIATE).expectProblem(503, "unavailable");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
      fleet.client(node).loggedIn(ADA, PASSWORD);
    }
    assertServed();
    assertNothingWasRefused();
    redis.start();
    awaitAll("Redis is used again", this::redisIsUp);
    for (int node = 0; node < fleet.size(); node++) {
      starter.at(fleet.node(node).port()).get(INITIATE).expect(200);
    }
    assertConnects();
  }

  private boolean redisIsUp(int node) {
    JsonNode said = fleet.client(node).get("/health/ready").expect(200).json();
    return said.at("/dependencies/redis/status").asText().equals("up");
  }

  private void redisIsFlushed() {
    GoogleAccount account = newAccount();
    google.expireAccessTokens();
    assertThat(google.connect(at(0), account, redis::flush)).endsWith("?cloud_error=invalid-flow");
    assertThat(google.connect(at(0), account)).endsWith("?cloud_connected=google_drive");
    assertServed();
    assertNothingWasRefused();
  }

  private void postgresRestarts() {
    postgres.stop();
    for (int node = 0; node < fleet.size(); node++) {
      at(node).get("/api/cloud/connections").expectProblem(503, "unavailable");
    }
    google.expireAccessTokens();
    postgres.start();
    awaitAll("the database is used again", this::isServed);
    visitors.forEach(Visitor::takeRefusals);
    assertServed();
    assertNothingWasRefused();
  }

  private void nodeIsKilled(int node) {
    google.expireAccessTokens();
    fleet.node(node).kill();
    assertServed();
    assertNothingWasRefused();
    fleet.restart(node);
    awaitAll("it serves again", this::isServed);
    assertConnects();
  }

  private void end() throws InterruptedException {
    visitors.forEach(Visitor::leave);
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.faults()).isEmpty());
    for (int node = 0; node < fleet.size(); node++) {
      acknowledged.assertAllAreThere(at(node));
      Answer connections = at(node).get("/api/cloud/connections").expect(200);
      assertThat(connections.json().path("items").findValuesAsText("status"))
          .hasSize(accounts)
          .containsOnly("ACTIVE");
    }
    assertThat(acknowledged.size()).isGreaterThan(enough);
  }

  /** Everything is looked through: rows, what was deleted and is still there, logs, metrics. */
  private void assertNoSecretIsAnywhere() throws SQLException {
    String[] secrets = secrets();
    fleet.database().execute("COMMENT ON TABLE davit_jobs IS '" + hidden(PLANTED) + "'");
    redis.call("SET", "planted", hidden(PLANTED));
    google.connect(at(0), newAccount(), () -> assertNoneIn(redis.dump(), secrets));

    String[] andPlanted =
        Stream.concat(Arrays.stream(secrets), Stream.of(PLANTED)).toArray(String[]::new);
    assertThat(Canary.foundIn(postgres.dump(), andPlanted)).containsExactly(PLANTED);
    assertThat(Canary.found(redis.dump(), PLANTED)).containsExactly(PLANTED);
    assertNoneIn(redis.dump(), ADA);
    for (int node = 0; node < fleet.size(); node++) {
      assertNoneIn(fleet.client(node).get("/metrics").expect(200).bytes(), secrets);
    }
    byte[] logs = fleet.logs().getBytes(StandardCharsets.UTF_8);
    assertNoneIn(logs, secrets);
    assertNoneIn(logs, fleet.database().password());
  }

  private static void assertNoneIn(byte[] bytes, String... secrets) {
    assertThat(bytes).isNotEmpty();
    assertThat(Canary.found(bytes, secrets)).isEmpty();
  }

  /** All but what is so short that chance alone would find it in a hundred megabytes. */
  private String[] secrets() {
    List<String> all = new ArrayList<>(List.of(google.secrets()));
    all.addAll(google.liveRefreshTokens());
    all.addAll(List.of(PASSWORD, REDIS_PASSWORD));
    all.removeIf(secret -> secret.length() < 12);
    assertThat(all).hasSizeGreaterThan(12);
    return all.toArray(String[]::new);
  }

  private static String hidden(String secret) {
    return Base64.getUrlEncoder().encodeToString(("x" + secret).getBytes(StandardCharsets.UTF_8));
  }

  /** Begins a connect on one node and ends it on the next. */
  private void assertConnects() {
    int next = (accounts + 1) % fleet.size();
    Client here = at(accounts % fleet.size());
    assertThat(google.connect(here, fleet.node(next), newAccount()))
        .endsWith("?cloud_connected=google_drive");
  }

  private GoogleAccount newAccount() {
    return google.account("somebody" + accounts++ + "@gmail.example", "hello.txt");
  }

  private void awaitAll(String what, IntPredicate isSo) {
    long start = System.nanoTime();
    for (int i = 0; i < fleet.size(); i++) {
      int node = i;
      Duration left = BACK.minusNanos(System.nanoTime() - start);
      Await.until(what, left, () -> isSo.test(node));
    }
  }

  private boolean isServed(int node) {
    return at(node).get("/api/cloud/connections").status() == 200;
  }

  /** Until each visitor was served some more. */
  private void assertServed() {
    for (Visitor visitor : visitors) {
      int before = visitor.served();
      Await.until("calls are served", SOON, () -> visitor.served() > before + enough);
    }
  }

  private void assertNothingWasRefused() {
    assertThat(visitors)
        .allSatisfy(
            visitor -> {
              assertThat(visitor.takeRefusals()).isEmpty();
              assertThat(visitor.faults()).isEmpty();
            });
  }

  private Client at(int node) {
    return user.at(fleet.node(node).port());
  }
}
