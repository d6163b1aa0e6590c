package dev.davit.persistence.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Questions about the tables as a whole. */
final class Tables {
  private static final List<String> ALL =
      List.of(
          "owners",
          "owner_settings",
          "connections",
          "credentials",
          "accounts",
          "sessions",
          "documents",
          "upload_sessions",
          "audit",
          "jobs",
          "flows",
          "server_keys",
          "purges",
          "revocations");

  private Tables() {}

  /** Refuses to start where tables are missing, rather than failing at each call. */
  static void check(DataSource source, String prefix) {
    Set<String> missing = new TreeSet<>();
    ALL.forEach(table -> missing.add(prefix + table));
    try (Connection connection = source.getConnection();
        ResultSet rs =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (rs.next()) {
        missing.remove(rs.getString("TABLE_NAME"));
      }
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
    if (!missing.isEmpty()) {
      throw Failures.misconfigured(
          "These tables are missing in the database: "
              + String.join(", ", missing)
              + ". Let Davit migrate it, or run the migrations in db/davit first.");
    }
  }

  static boolean holdSealed(Sql sql) {
    return sql.one(
            """
            SELECT 1 AS there WHERE EXISTS (SELECT 1 FROM <p>owners WHERE wrapped_key IS NOT NULL)
                OR EXISTS (SELECT 1 FROM <p>credentials)
                OR EXISTS (SELECT 1 FROM <p>upload_sessions)
                OR EXISTS (SELECT 1 FROM <p>server_keys)
            """,
            row -> row.number("there"))
        .isPresent();
  }
}
