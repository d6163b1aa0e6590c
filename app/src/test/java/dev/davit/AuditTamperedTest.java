package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.ports.store.AuditFilter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has the database changes the audit log's own table. */
class AuditTamperedTest {
  private static final int LENGTH = 60;
  private static final int PLACES = 200;

  @TempDir Path place;
  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void D4_tableOfSqlite_tamperedAtRandomPlaces_isNamedByItsFirstBadNumber() throws Exception {
    tamper(new SqliteHouses(place));
  }

  @Test
  void D4_tableOfPostgres_tamperedAtRandomPlaces_isNamedByItsFirstBadNumber() throws Exception {
    tamper(new PostgresHouses(place));
  }

  private void tamper(Houses houses) throws SQLException {
    TestHouse house = houses.fresh();
    fill(house);
    Checkpoint trusted = house.davit.audit().checkpoint();
    try (Connection database = houses.database()) {
      run(database, "CREATE TEMPORARY TABLE whole AS SELECT * FROM davit_audit");
      for (int i = 0; i < PLACES; i++) {
        int bad = tamper(database, i % 5, 1 + random.nextInt(LENGTH - 1));
        AuditVerdict verdict = house.davit.audit().verify(trusted, done -> {});
        assertThat(verdict.firstBad()).as("kind %s, round %s", i % 5, i).isEqualTo(bad);
        run(database, "DELETE FROM davit_audit");
        run(database, "INSERT INTO davit_audit SELECT * FROM whole");
      }
      assertThat(house.davit.audit().verify(trusted, done -> {}).whole()).isTrue();
    } finally {
      houses.close();
      houses.end();
    }
  }

  @Test
  void D4_entryBeforeTheFirst_isNamed() throws Exception {
    Houses houses = new SqliteHouses(place);
    TestHouse house = houses.fresh();
    fill(house);
    try (Connection database = houses.database()) {
      run(
          database,
          "INSERT INTO davit_audit SELECT %d, happened_at, action, outcome, owner, actor,"
                  .formatted(Long.MIN_VALUE)
              + " request_id, detail, salt, personal_digest, previous, hash FROM davit_audit"
              + " WHERE sequence = 7");

      assertThat(house.davit.audit().verify(null, done -> {}).firstBad()).isEqualTo(1);
    } finally {
      houses.close();
      houses.end();
    }
  }

  @Test
  void D4_textWithoutItsSalt_isErasedToo() throws Exception {
    for (Houses houses : List.of(new SqliteHouses(place), new PostgresHouses(place))) {
      TestHouse house = houses.fresh();
      fill(house);
      try (Connection database = houses.database()) {
        run(database, "UPDATE davit_audit SET salt = NULL, actor = 'eve' WHERE sequence = 7");
        house.stores.inTransaction(tx -> tx.audit().erase(AuditFilter.ALL, LENGTH));

        assertThat(house.davit.audit().verify(null, done -> {}).whole()).isTrue();
        try (Statement statement = database.createStatement();
            ResultSet left =
                statement.executeQuery("SELECT 1 FROM davit_audit WHERE actor IS NOT NULL")) {
          assertThat(left.next()).isFalse();
        }
      } finally {
        houses.close();
        houses.end();
      }
    }
  }

  private static void fill(TestHouse house) {
    AuditLog log = new AuditLog(() -> UUID.randomUUID().toString());
    for (int i = 0; i < LENGTH; i++) {
      String detail = "entry " + i;
      house.stores.inTransaction(
          tx -> {
            log.record(tx, "test.done", "ok", "1:ann", Actor.DAVIT, detail);
            return true;
          });
    }
  }

  /** Tampers at an entry and answers the sequence number that must be named. */
  private int tamper(Connection database, int kind, int at) throws SQLException {
    switch (kind) {
      case 0 -> run(database, "UPDATE davit_audit SET " + column() + " WHERE sequence = " + at);
      case 1 -> run(database, "DELETE FROM davit_audit WHERE sequence = " + at);
      case 2 -> {
        run(database, "UPDATE davit_audit SET sequence = 0 WHERE sequence = " + at);
        run(database, "UPDATE davit_audit SET sequence = " + at + " WHERE sequence = " + (at + 1));
        run(database, "UPDATE davit_audit SET sequence = " + (at + 1) + " WHERE sequence = 0");
      }
      case 3 -> run(database, "DELETE FROM davit_audit WHERE sequence >= " + at);
      default -> {
        int to = at + 1 + random.nextInt(LENGTH - at);
        run(database, "DELETE FROM davit_audit WHERE sequence = " + to);
        run(
            database,
            "INSERT INTO davit_audit SELECT %d, happened_at, action, outcome, owner, actor,"
                    .formatted(to)
                + " request_id, detail, salt, personal_digest, previous, hash FROM davit_audit"
                + " WHERE sequence = "
                + at);
        return to;
      }
    }
    return at;
  }

  private String column() {
    String[] changes = {
      "action = 'test.undone'",
      "outcome = 'refused'",
      "actor = 'eve'",
      "happened_at = 1",
      "salt = NULL",
      "salt = NULL, actor = 'eve'",
      "owner = NULL, actor = NULL, request_id = NULL, detail = 'eve', salt = NULL",
      "owner = NULL"
    };
    return changes[random.nextInt(changes.length)];
  }

  private static void run(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
