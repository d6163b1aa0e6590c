package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.JobId;
import dev.davit.ports.store.Job;
import dev.davit.testkit.memory.TestClock;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many jobs wait, and for how long. */
class JobBacklogTest {
  private final TestClock clock = new TestClock();

  @Test
  void backlog_isWhatIsDueAndHeldByNobody(@TempDir Path folder) {
    SqlSettings settings = SqlSettings.sqlite(folder.resolve("a.db")).withClock(clock);
    try (SqlStores stores = SqlStores.open(settings)) {
      assertThat(stores.backlog(10)).isEqualTo(new JobBacklog(0, Duration.ZERO));
      insert(stores, "first", -60);
      insert(stores, "second", -30);
      insert(stores, "later", 30);
      assertThat(stores.backlog(10)).isEqualTo(new JobBacklog(2, Duration.ofSeconds(60)));
      assertThat(stores.backlog(1)).isEqualTo(new JobBacklog(1, Duration.ofSeconds(60)));
      stores.inTransaction(tx -> tx.jobs().claim("me", Set.of("kind"), Duration.ofMinutes(2), 1));
      assertThat(stores.backlog(10)).isEqualTo(new JobBacklog(1, Duration.ofSeconds(30)));
      clock.advance(Duration.ofMinutes(3));
      assertThat(stores.backlog(10)).isEqualTo(new JobBacklog(3, Duration.ofMinutes(4)));
    }
  }

  @Test
  void backlog_onPostgres_isCountedByItsOwnClock() {
    SqlSettings settings = PostgresDatabases.settings(PostgresServer.shared().createDatabase());
    try (SqlStores stores = SqlStores.open(settings)) {
      assertThat(stores.backlog(10).due()).isZero();
      insert(stores, "old", -86400L * 365 * 20);
      assertThat(stores.backlog(10).due()).isEqualTo(1);
      assertThat(stores.backlog(10).age()).isPositive();
    }
  }

  private void insert(SqlStores stores, String id, long seconds) {
    Job job =
        new Job(
            new JobId(id),
            "kind",
            Samples.ANNA,
            "subject",
            clock.instant().plusSeconds(seconds),
            0,
            null,
            null,
            null);
    stores.inTransaction(
        tx -> {
          tx.jobs().insert(job);
          return true;
        });
  }
}
