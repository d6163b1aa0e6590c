package dev.davit.persistence.sql;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.List;

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
          "server_keys");

  private Tables() {}

  /** Refuses to start where tables are missing, rather than failing at each call. */
  static void check(Transactions transactions) {
    try {
      transactions.reading(Tables::touchAll);
    } catch (CloudException e) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "The tables of Davit are missing in the database: let Davit migrate it, or run the"
              + " migrations in db/davit first.",
          e);
    }
  }

  private static boolean touchAll(Sql sql) {
    for (String table : ALL) {
      sql.one("SELECT 1 AS there FROM <p>" + table + " LIMIT 1", row -> row.number("there"));
    }
    return true;
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
