package dev.davit.persistence.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a PostgreSQL database must be like. */
final class PostgresChecks {
  /** The oldest that its makers still mend. */
  private static final int OLDEST = 14;

  private PostgresChecks() {}

  /** MISCONFIGURED unless it can keep all texts, is not too old, and is open for writing. */
  static void check(DataSource source) {
    try (Connection connection = source.getConnection()) {
      int version = Integer.parseInt(setting(connection, "server_version_num")) / 10_000;
      require(version >= OLDEST, "must be version " + OLDEST + " or newer");
      require(setting(connection, "server_encoding").equals("UTF8"), "must be encoded in UTF8");
      require(
          setting(connection, "transaction_read_only").equals("off"),
          "must be open for writing, and not a standby");
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  private static void require(boolean good, String what) {
    if (!good) {
      throw Failures.misconfigured("The PostgreSQL database " + what + ".");
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SHOW " + name)) {
      return rs.next() ? rs.getString(1) : "";
    }
  }
}
