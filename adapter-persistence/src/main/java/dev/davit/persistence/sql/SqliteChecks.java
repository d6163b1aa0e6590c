package dev.davit.persistence.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** What an SQLite connection is like. */
final class SqliteChecks {
  private static final int LEAST_PATIENCE = 1000;
  private static final Set<String> SAFE = Set.of("2", "3"); // FULL, EXTRA

  private SqliteChecks() {}

  /** The database's file. */
  static Path file(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("PRAGMA database_list")) {
      rs.next();
      return Path.of(rs.getString("file"));
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** MISCONFIGURED unless connections are as the stores need them. */
  static void check(DataSource source) {
    try (Connection connection = source.getConnection()) {
      require(pragma(connection, "journal_mode").equals("wal"), "journal_mode=WAL");
      require(SAFE.contains(pragma(connection, "synchronous")), "synchronous=FULL");
      require(pragma(connection, "foreign_keys").equals("1"), "foreign_keys=on");
      require(
          Integer.parseInt(pragma(connection, "busy_timeout")) >= LEAST_PATIENCE,
          "busy_timeout=" + LEAST_PATIENCE + " or more");
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  private static void require(boolean good, String what) {
    if (!good) {
      throw Failures.misconfigured("The SQLite database must be opened with " + what + ".");
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("PRAGMA " + name)) {
      return rs.next() ? rs.getString(1) : "";
    }
  }
}
