package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Client;
import dev.davit.app.support.Logs;
import dev.davit.app.support.Nodes;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import dev.davit.testservers.RedisAlone;
import dev.davit.testservers.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readiness says while what a node depends on goes and comes back. */
class ReadinessEndToEndTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path place;

  @Test
  void eachDependency_isNamedWhileItIsAway_andBackWhenItIs() {
    try (PostgresServer postgres = PostgresServer.open();
        RedisAlone redis = RedisAlone.open();
        S3Server s3 = S3Server.open();
        Nodes nodes = Nodes.open(place);
        Logs logs = Logs.collect()) {
      Client probe = Client.of(nodes.start(settings(postgres, redis, s3)).port());
      isReady(probe);

      redis.stop();
      answers(probe, 200, "degraded", "redis");
      redis.start();
      isReady(probe);

      s3.stop();
      answers(probe, 503, "unavailable", "storage");
      s3.start();
      isReady(probe);

      postgres.stop();
      answers(probe, 503, "unavailable", "database");
      probe.get("/health/live").expect(200);
      postgres.start();
      isReady(probe);

      for (String name : new String[] {"redis", "storage", "database"}) {
        assertThat(logs.text())
            .containsOnlyOnce("health: " + name + " is down: ")
            .containsOnlyOnce("health: " + name + " is back");
      }
    }
  }

  private static Map<String, String> settings(
      PostgresServer postgres, RedisAlone redis, S3Server s3) {
    PostgresDatabase database = postgres.createDatabase();
    Map<String, String> settings = new HashMap<>();
    settings.put("DAVIT_DATABASE_URL", database.url());
    settings.put("DAVIT_DATABASE_USER", database.user());
    settings.put("DAVIT_DATABASE_PASSWORD", database.password());
    settings.put("DAVIT_REDIS_URL", redis.url());
    settings.put("DAVIT_STORAGE", "s3");
    settings.put("DAVIT_STORAGE_FOLDER", "");
    settings.put("DAVIT_S3_ENDPOINT", s3.endpoint().toString());
    settings.put("DAVIT_S3_BUCKET", s3.createBucket());
    settings.put("DAVIT_S3_ACCESS_KEY", s3.accessKey());
    settings.put("DAVIT_S3_SECRET_KEY", s3.secretKey());
    return settings;
  }

  private static void isReady(Client probe) {
    Await.until("ready", SOON, () -> probe.get("/health/ready").status() == 200 && isUp(probe));
  }

  private static boolean isUp(Client probe) {
    return probe.get("/health/ready").text("status").equals("ready");
  }

  private static void answers(Client probe, int status, String word, String down) {
    Await.until(
        down + " is down", SOON, () -> probe.get("/health/ready").text("status").equals(word));
    Answer answer = probe.get("/health/ready").expect(status);
    assertThat(answer.json().at("/dependencies/" + down + "/status").asText()).isEqualTo("down");
    assertThat(answer.text()).doesNotContain("127.0.0.1", "localhost");
    assertThat(answer.json().path("dependencies"))
        .allMatch(one -> one.path("status").asText().matches("up|down"));
  }
}
