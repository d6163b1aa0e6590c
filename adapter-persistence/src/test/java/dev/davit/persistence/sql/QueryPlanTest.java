package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every statement finds its rows by an index: none reads or sorts a whole table. */
final class QueryPlanTest {
  @TempDir Path folder;

  @Test
  void everyStatement_usesAnIndex() throws Exception {
    Path file = folder.resolve("davit.db");
    Set<String> statements;
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file))) {
      statements = Statements.all(stores);
    }

    assertThat(statements).hasSizeGreaterThan(50);
    try (var connection = Hosts.source(file, Hosts.config()).getConnection()) {
      for (String sql : statements) {
        assertThat(plan(connection, sql))
            .as(sql)
            .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
      }
    }
  }

  private static List<String> plan(java.sql.Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      List<String> steps = new ArrayList<>();
      while (rs.next()) {
        steps.add(rs.getString("detail"));
      }
      return steps;
    }
  }
}
