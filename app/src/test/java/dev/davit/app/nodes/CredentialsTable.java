package dev.davit.app.nodes;

import dev.davit.testservers.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The credentials as they stand in the database, looked at and held from outside. */
record CredentialsTable(PostgresDatabase database) {
  /** Whether some node has the right to refresh one. */
  boolean isLeased() {
    return one("SELECT count(lease_holder) FROM davit_credentials") != 0;
  }

  /** Ends all rights to refresh, as if their time had gone by. */
  void letLeasesRunOut() {
    try {
      database.execute("UPDATE davit_credentials SET lease_until = lease_until - 30000");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The versions of all, summed. */
  long versions() {
    return one("SELECT sum(version) FROM davit_credentials");
  }

  /** What is sealed in them, in hex. */
  String sealed() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT sealed FROM davit_credentials ORDER BY 1")) {
      StringBuilder all = new StringBuilder();
      while (rows.next()) {
        all.append(HexFormat.of().formatHex(rows.getBytes(1))).append('\n');
      }
      return all.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many sessions of the database wait for what others hold. */
  long waiting() {
    return one(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname ="
            + " current_database()");
  }

  /** How many entries of this action the audit log has. */
  long audited(String action) {
    return one("SELECT count(*) FROM davit_audit WHERE action = '" + action + "'");
  }

  /** Keeps everybody from writing credentials until it is closed. */
  Connection hold() {
    try {
      Connection connection = database.connect();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1 FROM davit_credentials FOR UPDATE");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long one(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
