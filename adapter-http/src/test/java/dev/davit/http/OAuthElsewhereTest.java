package dev.davit.http;

import static dev.davit.http.Connects.CALLBACK;
import static dev.davit.http.Connects.COMPLETE;
import static dev.davit.http.Connects.INITIATE;
import static dev.davit.http.Connects.back;
import static dev.davit.http.Connects.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.http.Connects.Started;
import dev.davit.testkit.memory.MemoryOAuth;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth from a frontend of another origin, and what that may do besides. */
class OAuthElsewhereTest {
  private static final String ORIGIN = "https://app.example.org";
  private static final String FRONTEND = ORIGIN + "/storage";

  private final World world = new World(settings -> settings.withFrontendUrl(URI.create(FRONTEND)));
  private final Client ann = world.nobody().login(World.ANN);
  private final MemoryOAuth far = world.cloud.oauth();

  @AfterEach
  void close() {
    world.close();
  }

  private String handle(Started started) {
    Reply parked = world.nobody().get(back(far.consent(started.page(), "ann"))).is(303);
    String prefix = FRONTEND + "#cloud_handle=";
    assertThat(parked.header("Location")).startsWith(prefix);
    return parked.header("Location").substring(prefix.length());
  }

  private static Reply complete(Client client, String handle) {
    return client.post(COMPLETE, "{'handle':'" + handle + "'}");
  }

  private void assertNothingHappened() {
    assertThat(ann.get("/api/cloud/connections").is(200).items()).isEmpty();
    assertThat(far.faults().calls("exchange")).isZero();
  }

  @Test
  void connect_isParkedAndCompletedByWhoBegan() {
    Started started = start(ann);
    assertThat(started.setCookie()).isEmpty();
    String handle = handle(started);
    assertNothingHappened();

    Reply connected = complete(ann, handle).is(200);

    assertThat(ann.get("/api/cloud/connections").is(200).items())
        .singleElement()
        .isEqualTo(connected.json());
    complete(ann, handle).is(ProblemType.INVALID_FLOW);
  }

  @Test
  void O2_completionByAnotherUser_exchangesNothing() {
    String handle = handle(start(ann));
    complete(world.nobody().login(World.BOB), handle).is(ProblemType.INVALID_FLOW);
    complete(ann, handle).is(ProblemType.INVALID_FLOW);
    complete(world.nobody(), handle).is(ProblemType.UNAUTHENTICATED);
    complete(world.nobody().login(World.ADMIN), handle).is(ProblemType.FORBIDDEN);
    assertNothingHappened();
  }

  @Test
  void O2_stateInPlaceOfTheHandle_isNothing() {
    Started started = start(ann);
    MemoryOAuth.Returned answer = far.consent(started.page(), "ann");
    world.nobody().get(back(answer)).is(303);

    complete(ann, answer.state().reveal()).is(ProblemType.INVALID_FLOW);
    assertNothingHappened();
  }

  @Test
  void O2_handle_isOverAfterTwoMinutes() {
    String handle = handle(start(ann));
    world.clock.advance(Duration.ofMinutes(2));
    complete(ann, handle).is(ProblemType.INVALID_FLOW);
    assertNothingHappened();
  }

  @Test
  void O2_flowOfThisServersOwnPage_isNeverParked() {
    Started started = Connects.of(world.nobody().loginAsPage(World.ANN).get(INITIATE).is(200));
    String path = back(far.consent(started.page(), "ann"));

    Reply refused = world.nobody().get(path).is(303);

    assertThat(refused.header("Location")).isEqualTo(FRONTEND + "?cloud_error=invalid-flow");
    assertNothingHappened();
  }

  @Test
  void connect_byThisServersOwnPage_landsThere() {
    Started started = Connects.of(world.nobody().loginAsPage(World.ANN).get(INITIATE).is(200));
    String path = back(far.consent(started.page(), "ann"));

    Reply landed = world.nobody().with("Cookie", started.cookie()).get(path).is(303);

    assertThat(landed.header("Location"))
        .isEqualTo("http://localhost:8080/?cloud_connected=memory_oauth");
  }

  @Test
  void O5_denied_landsOnTheFrontend() {
    Started started = start(ann);
    Reply landed = world.nobody().get(back(far.deny(started.page()))).is(303);
    assertThat(landed.header("Location")).isEqualTo(FRONTEND + "?cloud_error=access-denied");
    Reply unknown = world.nobody().get(CALLBACK + "?state=x&code=y").is(303);
    assertThat(unknown.header("Location")).isEqualTo(FRONTEND + "?cloud_error=invalid-flow");
  }

  @Test
  void O5_frontendOfThisOrigin_isLandedOn_withACookie() {
    URI own = URI.create("http://localhost:8080/app");
    try (World here = new World(settings -> settings.withFrontendUrl(own))) {
      Reply landed = Connects.connect(here, here.nobody().login(World.ANN), "ann").is(303);
      assertThat(landed.header("Location")).isEqualTo(own + "?cloud_connected=memory_oauth");
    }
  }

  @Test
  void W5_preflight_ofTheFrontend_isAnswered_andOfNobodyElse() {
    Reply allowed = preflight(ORIGIN, "/api/cloud/oauth/complete");
    assertThat(allowed.is(204).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(allowed.header("Access-Control-Allow-Methods")).isEqualTo("POST");
    assertThat(allowed.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type");
    assertThat(allowed.header("Access-Control-Allow-Credentials")).isEmpty();
    for (String origin :
        List.of(
            "https://evil.example", ORIGIN + ".evil.example", "http://app.example.org", "null")) {
      Reply refused = preflight(origin, "/api/cloud/oauth/complete").is(405);
      assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }
    preflight(ORIGIN, "/docs").is(405);
  }

  private Reply preflight(String origin, String path) {
    return world
        .nobody()
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS", path, BodyPublishers.noBody());
  }

  @Test
  void W5_frontend_callsWithATokenAndReadsAnswers_problemsToo() {
    Client there = ann.with("Origin", ORIGIN).with("Sec-Fetch-Site", "cross-site");
    Reply refused = complete(there, "unknown").is(ProblemType.INVALID_FLOW);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(refused.header("Vary")).isEqualTo("Origin");
    assertThat(there.get("/api/cloud/connections").is(200).header("Access-Control-Allow-Origin"))
        .isEqualTo(ORIGIN);
    complete(ann.with("Origin", "https://evil.example"), "unknown").is(ProblemType.CSRF);
  }

  @Test
  void W0_frontend_withACookieOfOurs_isRefused() {
    Client page = world.nobody().loginAsPage(World.ANN).with("Origin", ORIGIN);
    complete(page.with("Sec-Fetch-Site", "same-site"), "unknown").is(ProblemType.CSRF);
    page.with("Sec-Fetch-Site", "same-site").get(INITIATE).is(ProblemType.CSRF);
  }

  @Test
  void W5_frontendOfThisOrigin_needsNoCors() {
    URI own = URI.create("http://localhost:8080/app");
    try (World here = new World(settings -> settings.withFrontendUrl(own))) {
      Reply reply = here.nobody().with("Origin", "http://localhost:8080").get("/api/auth").is(200);
      assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(reply.header("Vary")).isEmpty();
    }
  }
}
