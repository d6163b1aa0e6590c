package dev.davit.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one process at a time migrate a PostgreSQL database, by an advisory lock that ends with its
 * transaction, and so with its process.
 */
final class PostgresMigrationLock {
  private static final String PATIENCE = "60s";

  private PostgresMigrationLock() {}

  static void run(DataSource source, String prefix, Runnable migrations) {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        lock(connection, prefix);
        migrations.run();
      } finally {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  private static void lock(Connection connection, String prefix) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      // Prefixes are checked to be plain words.
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('davit migration " + prefix + "'))");
    }
  }
}
