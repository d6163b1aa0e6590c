package dev.davit.http;

import static dev.davit.http.Connects.INITIATE;
import static dev.davit.http.Connects.back;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.davit.http.Connects.Started;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.testkit.memory.MemoryOAuth;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Where codes, states, bindings and handles may not turn up, and what callbacks are told. */
class OAuthSecrecyTest {
  private final List<String> secrets = new ArrayList<>();

  @Test
  void O7_codeAndState_areInNoLog() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("dev.davit");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    ours.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
    URI frontend = URI.create("https://app.example.org/");
    try (World here = new World();
        World elsewhere = new World(settings -> settings.withFrontendUrl(frontend))) {
      comeBack(here);
      comeBack(elsewhere);
    } finally {
      root.detachAppender(log);
      ours.setLevel(null);
    }

    List<String> lines = log.list.stream().map(OAuthSecrecyTest::line).toList();
    assertThat(lines).anyMatch(line -> line.contains("/api/cloud/oauth/callback/{provider} 303"));
    assertThat(secrets).hasSizeGreaterThan(15);
    secrets.forEach(
        secret -> assertThat(lines).as(secret).noneMatch(line -> line.contains(secret)));
  }

  private static String line(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(event.getFormattedMessage());
    line.append(event.getMDCPropertyMap());
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      line.append(' ').append(cause.getMessage());
    }
    return line.toString();
  }

  private void comeBack(World world) {
    Client ann = world.nobody().login(World.ANN);
    come(world, ann, "");
    come(world, ann, "&code=twice");
    come(world, ann, "&x=" + "x".repeat(30_000));
    for (ErrorKind kind : List.of(ErrorKind.UNAVAILABLE, ErrorKind.INTEGRITY)) {
      world.cloud.oauth().faults().fail("exchange", new CloudException(kind, "Told to fail."));
      come(world, ann, "");
    }
    world.flows.down(true);
    world.nobody().get(Connects.CALLBACK + "?code=canary-code-x&state=canary-state-x");
    secrets.addAll(List.of("canary-code-x", "canary-state-x"));
  }

  private void come(World world, Client ann, String more) {
    Started started = Connects.of(ann.get(INITIATE).is(200));
    MemoryOAuth.Returned answer = world.cloud.oauth().consent(started.page(), "ann");
    secrets.add(answer.state().reveal());
    secrets.add(Objects.requireNonNull(answer.code()).reveal());
    Client browser = world.nobody();
    if (!started.setCookie().isEmpty()) {
      browser = browser.with("Cookie", started.cookie());
      secrets.add(started.cookie().substring(started.cookie().indexOf('=') + 1));
    }
    Reply back = browser.get(back(answer) + more);
    String handle = back.header("Location").replaceAll("^[^#]*(#cloud_handle=)?", "");
    if (!handle.isEmpty()) {
      secrets.add(handle);
      ann.post(Connects.COMPLETE, "{'handle':'" + handle + "'}");
    }
  }

  @Test
  void O7_callback_isNeverKept_andTellsNobodyWhereOneWas() {
    try (World world = new World()) {
      Client ann = world.nobody().login(World.ANN);
      Reply good = Connects.connect(world, ann, "ann").is(303);
      Reply refused = world.nobody().get(Connects.CALLBACK + "?state=x&code=y").is(303);
      Reply broken = world.nobody().get(Connects.CALLBACK + "?state=%00").is(400);
      for (Reply reply : List.of(good, refused, broken, ann.get(INITIATE).is(200))) {
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      }
      assertThat(good.bytes()).isEmpty();
    }
  }

  @Test
  void O2_onHttps_cookiesAreTheHostsAndSecure() {
    URI url = URI.create("https://davit.example.org");
    try (World world = new World(settings -> settings.withPublicUrl(url))) {
      Started started = Connects.start(world.nobody().login(World.ANN));
      assertThat(started.setCookie())
          .startsWith("__Host-davit-oauth-")
          .endsWith("; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax; Secure");
      String path = back(world.cloud.oauth().consent(started.page(), "ann"));
      Reply unprefixed =
          world.nobody().with("Cookie", started.cookie().replace("__Host-", "")).get(path);
      assertThat(unprefixed.is(303).header("Location"))
          .isEqualTo("https://davit.example.org/?cloud_error=invalid-flow");
    }
  }

  @Test
  void E6_whatWasStarted_isNotShownInALog() {
    assertThat(new StartedOAuthView("https://x/?state=canary").toString()).doesNotContain("canary");
  }
}
