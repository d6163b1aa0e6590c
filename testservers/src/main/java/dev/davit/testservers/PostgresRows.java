package dev.davit.testservers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** All rows of a database as text. */
final class PostgresRows {
  /** Every table; of the system's own those too in which it keeps samples of the others. */
  private static final String TABLES =
      """
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
      UNION ALL VALUES ('pg_catalog.pg_statistic'), ('pg_catalog.pg_stat_activity')
      """;

  private PostgresRows() {}

  /** Writes them to a file, which it answers, and closes the connection. */
  static Path dump(Connection opened, Path file) throws SQLException, IOException {
    try (Connection connection = opened;
        OutputStream out = Files.newOutputStream(file)) {
      for (String table : Statements.read(connection, TABLES)) {
        out.write((table + "\n").getBytes(StandardCharsets.UTF_8));
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", out);
      }
    }
    return file;
  }
}
