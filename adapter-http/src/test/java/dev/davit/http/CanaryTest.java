package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.davit.ports.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Secrets that must not turn up, neither in an answer nor in the log: ours at its finest, those of
 * others as they are by default. (Jetty shows whole requests when debugged.)
 */
class CanaryTest {
  private static final String WRONG = "wrong-password-canary";
  private final List<String> answers = new ArrayList<>();

  @Test
  void E5_canaries_areInNoAnswerAndInNoLog() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger ours = (Logger) LoggerFactory.getLogger("dev.davit");
    ours.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
    List<String> secrets = new ArrayList<>(List.of(Client.PASSWORD, WRONG));
    try (World world = new World()) {
      flows(world, secrets);
    } finally {
      root.detachAppender(log);
      ours.setLevel(null);
    }
    assertThat(log.list).as("the log was captured").isNotEmpty();
    List<String> lines = log.list.stream().map(CanaryTest::line).toList();
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        assertThat(lines).as(form).noneMatch(line -> line.contains(form));
        assertThat(answers).as(form).noneMatch(answer -> answer.contains(form));
      }
    }
  }

  private void flows(World world, List<String> secrets) {
    secrets.add(World.STORAGE_PASSWORD.reveal());
    Client ann = world.nobody().login(World.ANN);
    Client page = world.nobody().loginAsPage(World.ANN);
    String connection = world.connect(ann);
    String file = World.put(ann, connection, "name-canary.txt", "content-canary");
    secrets.addAll(List.of("name-canary", "content-canary", "of-a-page"));
    Reply login = ann.post("/api/cloud/connections/memory/login", Stage.LOGIN).is(201);
    keep(login);
    keep(ann.get(login.header("Location")));
    keep(ann.post("/api/auth/login", "{'email':'ann@example.org','password':'" + WRONG + "'}"));
    keep(ann.post("/api/auth/login", "{'email':'ann@example.org','password':'" + WRONG + "''"));
    keep(ann.post("/api/auth/login", "{'" + WRONG + "':'x'}"));
    keep(ann.get("/api/cloud/connections"));
    keep(ann.get("/api/cloud/connections/" + connection));
    keep(ann.get("/api/auth?token=" + WRONG));
    keep(page.without("X-CSRF-Token").post("/api/auth/logout"));
    keep(world.nobody().login(World.ADMIN).get("/api/admin/users"));
    world.memory.server().faults().fail("stat", ErrorKind.PROTOCOL);
    keep(ann.get(file));
    keep(ann.with("Authorization", "Bearer " + WRONG).get("/api/users/me"));
    keep(ann.with("Cookie", "davit=" + WRONG).without("Authorization").get("/api/users/me"));
    secrets.add(ann.header("Authorization").substring(7));
    secrets.add(page.header("Cookie").substring(6));
  }

  private void keep(Reply reply) {
    answers.add(reply.response().headers().map() + reply.text());
  }

  private static String line(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(event.getFormattedMessage());
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      line.append(' ').append(cause.getMessage());
    }
    return line.toString();
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        HexFormat.of().formatHex(bytes),
        URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }
}
