package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F: the database stops, crashes and comes back. */
final class PostgresRestartTest extends KillContract {
  private static final PostgresServer SERVER = PostgresServer.open();
  private final PostgresDatabase database = SERVER.createDatabase();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Override
  SqlSettings settings() {
    return PostgresDatabases.settings(database);
  }

  @Test
  void F_stoppedAndStarted_isAwayAtOnce_andBackInTenSeconds() {
    SqlLimits limits =
        new SqlLimits(4, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(10));
    try (SqlStores stores = SqlStores.open(settings().withLimits(limits))) {
      put(stores, "before");
      SERVER.stop();

      long stopped = System.nanoTime();
      Refused.as(ErrorKind.UNAVAILABLE, stores::holdsSealed);
      Refused.as(ErrorKind.UNAVAILABLE, () -> put(stores, "lost"));
      assertThat(since(stopped)).isLessThan(Duration.ofSeconds(5));

      SERVER.start();
      long started = System.nanoTime();
      while (!isBack(stores)) {
        assertThat(since(started)).isLessThan(Duration.ofSeconds(10));
      }
      put(stores, "after");
      assertThat(names(stores)).containsExactly("after", "before");
    }
  }

  private static boolean put(SqlStores stores, String name) {
    return stores.inTransaction(tx -> tx.serverKeys().insert(name, Samples.BYTES));
  }

  private static List<String> names(SqlStores stores) {
    return stores
        .transactions()
        .reading(
            sql ->
                sql.list(
                    "SELECT name FROM davit_server_keys ORDER BY name", row -> row.text("name")));
  }

  private static boolean isBack(SqlStores stores) {
    try {
      return stores.holdsSealed();
    } catch (CloudException away) {
      return false;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void F_crashed_keepsWhatWasAcknowledged() throws Exception {
    List<String> said = new ArrayList<>();
    try (Forked writer = Forked.run(KilledWriter.class, Programs.arguments(settings()))) {
      for (int i = 0; i < 20; i++) {
        said.add(String.valueOf(writer.line()));
      }
      SERVER.crash();
      said.addAll(writer.kill());
    }
    SERVER.start();

    check(lastOf(said));
  }

  @Test
  @Tag("long")
  void F_writerKilledTenTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(10);
  }
}
