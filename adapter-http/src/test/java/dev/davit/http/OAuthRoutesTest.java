package dev.davit.http;

import static dev.davit.http.Connects.CALLBACK;
import static dev.davit.http.Connects.INITIATE;
import static dev.davit.http.Connects.back;
import static dev.davit.http.Connects.connect;
import static dev.davit.http.Connects.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.http.Connects.Started;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth from the server's own page. */
class OAuthRoutesTest extends OAuthBench {
  @Test
  void connect_inOneBrowser_landsOnThePage() {
    Reply landed = connect(world, ann, "ann");

    assertThat(landed.is(303).header("Location")).isEqualTo(CONNECTED);
    assertThat(connections())
        .singleElement()
        .hasFieldOrPropertyWithValue("provider", "memory_oauth")
        .hasFieldOrPropertyWithValue("status", "ACTIVE");
    assertThat(ann.get("/api/cloud/folders/memory_oauth/root").is(200).items()).isEmpty();
  }

  @Test
  void O3_stateThatIsUnknownUsedOrOver_isRefused() {
    Started used = start(ann);
    String path = back(far.consent(used.page(), "ann"));
    assertThat(come(path, used.cookie()).header("Location")).isEqualTo(CONNECTED);
    assertRefused(come(path, used.cookie()), "invalid-flow");
    assertRefused(come(CALLBACK + "?state=unknown&code=x", used.cookie()), "invalid-flow");
    assertRefused(come(CALLBACK + "?code=x", used.cookie()), "invalid-flow");
    assertRefused(come(CALLBACK + "?state=&code=x", used.cookie()), "invalid-flow");
    Started late = start(ann);
    world.clock.advance(Duration.ofMinutes(30));
    assertRefused(come(back(far.consent(late.page(), "ann2")), late.cookie()), "invalid-flow");
    assertThat(far.faults().calls("exchange")).isEqualTo(1);
    assertThat(connections()).hasSize(1);
  }

  @Test
  void O3_stateAtAnotherProvidersPath_isNothing() {
    Started started = start(ann);
    String path = back(far.consent(started.page(), "ann"));

    come(path.replace("memory_oauth", "memory"), started.cookie()).is(ProblemType.NOT_FOUND);
    come(path.replace("memory_oauth", "other"), started.cookie()).is(ProblemType.NOT_FOUND);
    assertNothingHappened();
  }

  @Test
  void O3_flowsDown_isUnavailable_andNothingIsLost() {
    Started started = start(ann);
    String path = back(far.consent(started.page(), "ann"));
    world.flows.down(true);

    ann.get(INITIATE).is(ProblemType.UNAVAILABLE);
    Reply refused = come(path, started.cookie()).is(ProblemType.UNAVAILABLE);
    assertThat(refused.header("Set-Cookie")).isEmpty();
    assertThat(refused.get("reason")).isEqualTo("still_pending");
    assertNothingHappened();
    world.flows.down(false);
    assertThat(come(path, started.cookie()).header("Location")).isEqualTo(CONNECTED);
  }

  @Test
  void O5_denied_landsWithAWordOfOurs_andChangesNothing() {
    connect(world, ann, "ann").is(303);
    List<Map<String, Object>> before = connections();
    Started started = start(ann);
    String path =
        back(far.deny(started.page()))
            + "&error_description=their-text&error_uri=https%3A%2F%2Fevil.example"
            + "&redirect_uri=https%3A%2F%2Fevil.example&frontend=https%3A%2F%2Fevil.example";

    Reply landed = come(path, started.cookie());

    assertRefused(landed, "access-denied");
    assertThat(landed.response().headers().map().toString() + landed.text())
        .doesNotContain("their-text")
        .doesNotContain("evil.example");
    assertThat(connections()).isEqualTo(before);
    assertRefused(come(path, started.cookie()), "invalid-flow");
  }

  @Test
  void O5_errorThatNobodyKnows_isNotReflected() {
    Started started = start(ann);
    String state = far.deny(started.page()).state().reveal();

    assertRefused(
        come(CALLBACK + "?error=%3Cscript%3E&state=" + state, started.cookie()), "protocol");
  }

  @Test
  void O6_missingScope_isSaid_andOnAReconnectTheConnectionSaysSo() {
    Started first = start(ann);
    assertRefused(
        come(back(far.consent(first.page(), "ann", Set.of("profile"))), first.cookie()),
        "missing-scope");
    assertThat(connections()).isEmpty();

    connect(world, ann, "ann").is(303);
    Started again = start(ann);
    assertRefused(
        come(back(far.consent(again.page(), "ann", Set.of("profile"))), again.cookie()),
        "missing-scope");
    assertThat(connections())
        .singleElement()
        .hasFieldOrPropertyWithValue("status", "REQUIRES_REAUTH")
        .hasFieldOrPropertyWithValue("status_reason", "missing_scope");
  }

  @Test
  void callback_failuresOfTheProvider_landWithTheirWord() {
    for (ErrorKind kind : List.of(ErrorKind.UNAVAILABLE, ErrorKind.MISCONFIGURED)) {
      Started started = start(ann);
      far.faults().failNext("exchange", 1, new CloudException(kind, "Told to fail."));
      assertRefused(
          come(back(far.consent(started.page(), "ann")), started.cookie()),
          ProblemType.of(kind).word());
    }
    assertThat(connections()).isEmpty();
  }

  @Test
  void W3_callback_thatNobodyHonestSends_isAProblem() {
    Started started = start(ann);
    String path = back(far.consent(started.page(), "ann"));
    for (String more :
        List.of("&code=x", "&state=x", "&iss=%00", "&error=%ff", "&error=" + "x".repeat(9000))) {
      come(path + more, started.cookie()).is(ProblemType.INVALID_REQUEST);
    }
    Reply head =
        world
            .nobody()
            .with("Cookie", started.cookie())
            .send("HEAD", path, BodyPublishers.noBody())
            .is(405);
    assertThat(head.header("Allow")).isEqualTo("GET");
    assertThat(come(path, started.cookie()).header("Location")).isEqualTo(CONNECTED);
  }

  @Test
  void initiate_isForUsersWhoAreSignedIn() {
    world.nobody().get(INITIATE).is(ProblemType.UNAUTHENTICATED);
    world.nobody().login(World.ADMIN).get(INITIATE).is(ProblemType.FORBIDDEN);
    ann.get("/api/cloud/oauth/initiate/nowhere").is(ProblemType.NOT_FOUND);
    ann.get("/api/cloud/oauth/initiate/memory").is(ProblemType.INVALID_REQUEST);
  }

  @Test
  void initiate_byAPageThatAsksForAPage_sendsItThere() {
    Client page = world.nobody().loginAsPage(World.ANN);

    Reply sent = page.with("Accept", "text/html,*/*;q=0.8").get(INITIATE).is(302);

    assertThat(sent.header("Location")).contains("code_challenge_method=S256");
    assertThat(sent.header("Set-Cookie")).startsWith("davit-oauth-");
    page.get(INITIATE).is(200);
    ann.with("Accept", "text/html").get(INITIATE).is(200);
  }

  @Test
  void initiate_forAConnection_proposesItsAccount() {
    connect(world, ann, "ann").is(303);
    String id = String.valueOf(connections().get(0).get("id"));

    Started again = Connects.of(ann.get(INITIATE + "?connection_id=" + id).is(200));

    assertThat(far.proposed(again.page())).isEqualTo(connections().get(0).get("account_label"));
    Client bob = world.nobody().login(World.BOB);
    bob.get(INITIATE + "?connection_id=" + id).is(ProblemType.NOT_FOUND);
  }

  @Test
  void initiate_tooOften_isLimited() {
    for (int i = 0; i < 20; i++) {
      ann.get(INITIATE).is(200);
    }
    ann.get(INITIATE).is(ProblemType.RATE_LIMITED);
  }
}
