package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of migrations make the same tables, columns, keys and indexes. */
final class MigrationFoldersTest {
  private static final Map<String, String> TYPES =
      Map.of("int8", "INTEGER", "text", "TEXT", "bytea", "BLOB");

  /** What one database needs and the other does not. */
  private static final Set<String> OWN = Set.of("davit_history", "davit_turns");

  @TempDir Path folder;

  @Test
  void bothFolders_makeTheSame() throws Exception {
    Path file = folder.resolve("davit.db");
    SqlStores.open(SqlSettings.sqlite(file)).close();
    PostgresDatabase database = PostgresServer.shared().createDatabase();
    SqlStores.open(PostgresDatabases.settings(database)).close();

    SortedSet<String> sqlite;
    try (Connection connection = Hosts.source(file, Hosts.config()).getConnection()) {
      sqlite = described(connection);
    }
    try (Connection connection = database.connect()) {
      assertThat(described(connection)).hasSizeGreaterThan(100).isEqualTo(sqlite);
    }
  }

  private static SortedSet<String> described(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    SortedSet<String> lines = new TreeSet<>();
    try (ResultSet tables = data.getTables(null, connection.getSchema(), "davit%", null)) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if ("TABLE".equals(tables.getString("TABLE_TYPE")) && !OWN.contains(name)) {
          describe(data, connection.getSchema(), name, lines);
        }
      }
    }
    return lines;
  }

  private static void describe(
      DatabaseMetaData data, String schema, String table, Set<String> lines) throws SQLException {
    try (ResultSet rs = data.getColumns(null, schema, table, "%")) {
      while (rs.next()) {
        String type = TYPES.getOrDefault(rs.getString("TYPE_NAME"), rs.getString("TYPE_NAME"));
        lines.add(line(rs, table + " " + type, "ORDINAL_POSITION", "COLUMN_NAME", "IS_NULLABLE"));
      }
    }
    try (ResultSet rs = data.getImportedKeys(null, schema, table)) {
      while (rs.next()) {
        lines.add(line(rs, table, "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME", "DELETE_RULE"));
      }
    }
    SortedMap<String, String> columns = new TreeMap<>();
    try (ResultSet rs = data.getPrimaryKeys(null, schema, table)) {
      while (rs.next()) {
        columns.put(rs.getString("KEY_SEQ"), rs.getString("COLUMN_NAME"));
      }
    }
    String key = table + " unique " + String.join(" ", columns.values());
    lines.add(key); // its index has no entry where the key is the row's own number
    indexes(data, schema, table).forEach((name, index) -> lines.add(table + index));
  }

  private static String line(ResultSet rs, String start, String... columns) throws SQLException {
    StringBuilder line = new StringBuilder(start);
    for (String column : columns) {
      line.append(' ').append(rs.getString(column));
    }
    return line.toString();
  }

  private static SortedMap<String, String> indexes(
      DatabaseMetaData data, String schema, String table) throws SQLException {
    SortedMap<String, String> indexes = new TreeMap<>();
    try (ResultSet rs = data.getIndexInfo(null, schema, table, false, true)) {
      while (rs.next()) {
        String name = rs.getString("INDEX_NAME");
        String kind = rs.getBoolean("NON_UNIQUE") ? " index " + name : " unique";
        String column = " " + rs.getString("COLUMN_NAME");
        indexes.merge(name, kind + column, (index, next) -> index + column);
      }
    }
    return indexes;
  }
}
