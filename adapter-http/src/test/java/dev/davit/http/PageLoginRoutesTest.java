package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logging in on a server's own page, over HTTP. */
class PageLoginRoutesTest {
  private static final String LOGINS = "/api/cloud/connections/memory/login";

  private final World world = new World();
  private final Client ann = world.nobody().login(World.ANN);

  @AfterEach
  void close() {
    world.close();
  }

  private Reply start() {
    return ann.post(LOGINS, "{'server_url':'https://cloud.example','display_name':'Home'}").is(201);
  }

  private void grant(Reply login) {
    world.memory.server().pages().grant(URI.create(login.get("login_url")), "ann");
    world.clock.advance(Duration.ofSeconds(2));
  }

  @Test
  void login_startedAndGranted_connects() {
    Reply login = start();
    assertThat(login.json())
        .containsOnlyKeys("flow", "login_url", "expires_in", "interval")
        .containsEntry("expires_in", 1140L)
        .containsEntry("interval", 2L);
    String poll = login.header("Location");
    assertThat(poll).isEqualTo(LOGINS + "/" + login.get("flow"));
    assertThat(ann.get(poll).is(200).json()).isEqualTo(Map.of("state", "waiting"));
    grant(login);

    Reply connected = ann.get(poll).is(200);

    assertThat(connected.get("state")).isEqualTo("connected");
    assertThat(ann.get("/api/cloud/connections").is(200).items())
        .singleElement()
        .isEqualTo(connected.json().get("connection"))
        .hasFieldOrPropertyWithValue("display_name", "Home");
    assertThat(ann.get(poll).is(200).text()).isEqualTo(connected.text());
  }

  @Test
  void W2_flowOfAnother_isAnsweredAsAMadeUpOne() {
    Reply login = start();
    grant(login);
    Client bob = world.nobody().login(World.BOB);

    Reply others = bob.get(login.header("Location")).is(ProblemType.INVALID_FLOW);
    Reply unknown = bob.get(LOGINS + "/made-up").is(ProblemType.INVALID_FLOW);

    assertThat(plain(others)).isEqualTo(plain(unknown));
    assertThat(ann.get(login.header("Location")).is(200).get("state")).isEqualTo("connected");
  }

  private static String plain(Reply reply) {
    return reply.text().replace(reply.header(RequestIds.HEADER), "");
  }

  @Test
  void login_over_isAnInvalidFlow() {
    Reply login = start();
    grant(login);
    world.clock.advance(Duration.ofMinutes(19));

    ann.get(login.header("Location")).is(ProblemType.INVALID_FLOW);
  }

  @Test
  void W0_start_byThePageWithoutItsWord_isRefused() {
    Client page = world.nobody().loginAsPage(World.ANN);

    page.without("X-CSRF-Token").post(LOGINS, Stage.LOGIN).is(ProblemType.CSRF);
    page.with("Sec-Fetch-Site", "cross-site").post(LOGINS, Stage.LOGIN).is(ProblemType.CSRF);
    assertThat(world.memory.server().faults().calls("startPage")).isZero();
    page.post(LOGINS, Stage.LOGIN).is(201);
  }

  @Test
  void start_badAddress_namesTheField() {
    world.memory.server().faults().failOnce("startPage", ErrorKind.NOT_WEBDAV);
    ann.post(LOGINS, Stage.LOGIN).is(ProblemType.NOT_WEBDAV);

    Reply refused = ann.post(LOGINS, "{'server_url':'nonsense'}").is(ProblemType.ADDRESS_REFUSED);

    assertThat(refused.get("field")).isEqualTo("server_url");
    ann.post(LOGINS, "{}").is(ProblemType.INVALID_REQUEST);
  }

  @Test
  void start_withAProviderWithoutAPage_isRefused() {
    ann.post(LOGINS.replace("memory", "memory_operator"), Stage.LOGIN).is(ProblemType.NOT_FOUND);
  }
}
