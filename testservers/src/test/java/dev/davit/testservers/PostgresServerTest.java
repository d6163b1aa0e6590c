package dev.davit.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real PostgreSQL that can be stopped, crashed and searched. */
@Timeout(120)
final class PostgresServerTest {
  @Test
  void stopAndCrash_keepPortAndRows() throws Exception {
    try (PostgresServer server = PostgresServer.open()) {
      int port = server.port();
      PostgresDatabase database = server.createDatabase();
      database.execute("CREATE TABLE kept (word TEXT)");
      database.execute("INSERT INTO kept VALUES ('stopped')");

      server.stop();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.start();
      database.execute("INSERT INTO kept VALUES ('crashed')");
      server.crash();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.start();

      assertThat(server.port()).isEqualTo(port);
      assertThat(Statements.query(database.connect(), "SELECT word FROM kept"))
          .containsExactly("stopped", "crashed");
    }
  }

  @Test
  void shared_isPostgres18_andAsksForThePassword() throws Exception {
    PostgresDatabase database = PostgresServer.shared().createDatabase();

    assertThat(Statements.query(database.connect(), "SHOW server_version_num"))
        .allMatch(version -> version.startsWith("18"));
    assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void createDatabase_fromTemplate_hasItsRows() throws Exception {
    PostgresDatabase template = PostgresServer.shared().createDatabase();
    template.execute("CREATE TABLE words AS SELECT 'there' AS word");

    PostgresDatabase copy = PostgresServer.shared().createDatabase(template);

    assertThat(Statements.query(copy.connect(), "SELECT word FROM words")).containsExactly("there");
  }

  @Test
  void dump_holdsWhatIsAndWasInTables() throws Exception {
    PostgresServer server = PostgresServer.shared();
    PostgresDatabase database = server.createDatabase();
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE words (word TEXT)");
      statement.execute("INSERT INTO words VALUES ('dump-there-häuser'), ('dump-deleted-word')");
      statement.execute("DELETE FROM words WHERE word = 'dump-deleted-word'");
    }

    List<String> words = List.of("dump-there-häuser", "dump-deleted-word", "dump-never-" + "there");
    assertThat(FilesSearch.find(server.dump(), words))
        .containsExactly("dump-deleted-word", "dump-there-häuser");
  }
}
