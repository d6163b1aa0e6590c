package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** R4: whatever the nodes' clocks say, time is the database's. */
final class PostgresClockTest {
  private static final ConnectionId ID = new ConnectionId("c1");
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @Test
  void R4_now_isTheDatabasesTime() throws Exception {
    try (SqlStores late = open(Duration.ofMinutes(-10));
        SqlStores early = open(Duration.ofMinutes(10))) {
      Instant before = databaseTime();
      Instant first = late.reading(tx -> tx.now());
      Instant second = early.inTransaction(tx -> tx.now());
      Instant after = databaseTime();

      assertThat(first).isBetween(before, second);
      assertThat(second).isBetween(first, after);
    }
  }

  @Test
  void R4_leaseOfALateNode_isSeenByAnEarlyOne() {
    try (SqlStores late = open(Duration.ofMinutes(-10));
        SqlStores early = open(Duration.ofMinutes(10))) {
      late.inTransaction(
          tx -> {
            tx.connections().insert(Samples.connection("c1"));
            tx.credentials().insert(ID, Samples.BYTES);
            return tx.credentials().lease(ID, 1, "late", Duration.ofMinutes(5));
          });

      assertThat(lease(early, "early")).isFalse();
      assertThat(lease(late, "late")).isTrue();
    }
  }

  private static boolean lease(SqlStores stores, String holder) {
    return stores.inTransaction(tx -> tx.credentials().lease(ID, 1, holder, Duration.ofMinutes(5)));
  }

  private SqlStores open(Duration offset) {
    InstantSource clock = InstantSource.offset(InstantSource.system(), offset);
    return SqlStores.open(PostgresDatabases.settings(database).withClock(clock));
  }

  private Instant databaseTime() throws Exception {
    String millis =
        Hosts.query(
                Hosts.source(database),
                "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint")
            .get(0);
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
