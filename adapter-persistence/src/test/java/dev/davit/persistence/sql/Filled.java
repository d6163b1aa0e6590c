package dev.davit.persistence.sql;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Tables with many rows of many owners, in SQL that both databases know. */
final class Filled {
  /** How many connections and how many documents each owner has. */
  static final int EACH = 20;

  private static final String OWNERS =
      "INSERT INTO davit_owners (id, generation, state, created_at)"
          + " SELECT 'o' || i, 1, 'ACTIVE', 1772366400000 FROM n";

  private static final String CONNECTIONS =
      """
      INSERT INTO davit_connections (id, owner, provider, display_name, account_label, subject,
          status, listing_epoch, created_at)
      SELECT 'c-' || i, '1:o' || (i % %1$d), 'webdav', 'Home', 'someone@example.org',
          'subject ' || i, 'ACTIVE', 1, 1772366400000 + i FROM n
      """;

  private static final String DOCUMENTS =
      """
      INSERT INTO davit_documents (id, owner, name, content_type, state, provider, connection,
          folder, stored_name, tag, entry, size, altered, created_at)
      SELECT 'd-' || i, '1:o' || (i % %1$d), 'report.pdf', 'application/pdf', 'READY', 'webdav',
          'c-' || i, 'root', 'report.pdf', 'tag' || i, 'e' || i, 1000, 0, 1772366400000 + i FROM n
      """;

  private Filled() {}

  /** How many owners share that many rows. */
  static int owners(int rows) {
    return rows / EACH;
  }

  /** So many connections, and so many documents. */
  static void fill(DataSource source, int rows) throws SQLException {
    Hosts.execute(source, numbers(owners(rows)) + OWNERS);
    for (String insert : List.of(CONNECTIONS, DOCUMENTS)) {
      Hosts.execute(source, numbers(rows) + insert.replace("%1$d", "" + owners(rows)));
    }
    Hosts.execute(source, "ANALYZE");
  }

  /** The numbers from 1 on as {@code n(i)}, before a statement. */
  static String numbers(int count) {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + count
        + ") ";
  }
}
