package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With many rows of others there, every statement still finds its own by an index. */
@Timeout(120)
final class PostgresQueryPlanTest {
  private static final int ROWS = 20_000;

  private static final List<String> OTHERS =
      List.of(
          "davit_credentials (connection, version, sealed) SELECT 'c-' || i, 1, '\\x00'",
          "davit_accounts (id, email, role, password_hash, created_at)"
              + " SELECT 'a-' || i, 'a-' || i || '@example.org', 'USER', 'hash', i",
          "davit_sessions (id, account, expires_at) SELECT 's-' || i, 'a-' || i, 1772366400000 + i",
          "davit_owner_settings (owner) SELECT '1:o' || i",
          "davit_upload_sessions (document, sealed, position, granularity)"
              + " SELECT 'd-' || i, '\\x00', 0, 1",
          "davit_audit (sequence, happened_at, action, outcome, owner, personal_digest, previous,"
              + " hash) SELECT i, i, 'done', 'ok', CASE WHEN i % 20 = 0 THEN '1:o' || i END, '\\x00', '\\x00',"
              + " '\\x00'",
          "davit_purges (id, owner, state, lasting, requested_at, deadline, finished_at, providers,"
              + " connections, documents_deleted, documents_unreachable, grants_left)"
              + " SELECT 'p-' || i, '1:o' || i, 'DONE', 1, i, i, 1772366400000 + i, '', 0, 0, 0, 0",
          "davit_revocations (provider, subject_hash, until)"
              + " SELECT 'webdav', 's-' || i, 1772366400000 + i",
          "davit_jobs (id, kind, owner, subject, due_at, attempts)"
              + " SELECT 'j-' || i, 'sweep', '1:o' || i, 'd-' || i, 1772366400000 + i, 0",
          "davit_flows (id, sealed, expires_at) SELECT 'f-' || i, '\\x00', 4000000000000 + i",
          "davit_server_keys (name, sealed) SELECT 'k-' || i, '\\x00'");

  private static SqlSettings settings;

  @BeforeAll
  static void fill() throws Exception {
    PostgresDatabase database = PostgresServer.shared().createDatabase();
    settings = PostgresDatabases.settings(database);
    SqlStores.open(settings).close();
    DataSource source = Hosts.source(database);
    Filled.fill(source, ROWS);
    for (String other : OTHERS) {
      Hosts.execute(source, Filled.numbers(ROWS) + "INSERT INTO " + other + " FROM n");
    }
    Hosts.execute(source, "ANALYZE");
  }

  @Test
  void everyStatement_usesAnIndex() {
    Plans plans = new Plans();
    try (SqlStores stores = SqlStores.open(settings)) {
      Statements.all(stores, plans);
    }

    assertThat(plans.plans).hasSizeGreaterThan(50);
    plans.plans.forEach((sql, plan) -> assertThat(plan).as(sql).doesNotContain("Seq Scan"));
    assertThat(plans.plans.values()).anyMatch(plan -> plan.contains("davit_documents_by_age"));
    assertThat(plans.plans.values()).anyMatch(plan -> plan.contains("davit_connections_by_age"));
    assertThat(plans.plans.values()).anyMatch(plan -> plan.contains("davit_audit_by_action"));
    assertThat(plans.plans.values()).anyMatch(plan -> plan.contains("davit_audit_by_person"));
  }

  /** The plan of each statement, for the very values that it is run with. */
  private static final class Plans implements SqlLogger {
    private final Map<String, String> plans = new TreeMap<>();

    @Override
    public void logBeforeExecution(StatementContext context) {
      if (Statements.isOfRows(context)) {
        try {
          plans.put(context.getParsedSql().getSql(), plan(context));
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private static String plan(StatementContext context) throws SQLException {
      String withValues = context.getStatement().unwrap(Statement.class).toString();
      try (Statement explain = context.getConnection().createStatement();
          ResultSet rs = explain.executeQuery("EXPLAIN " + withValues)) {
        StringBuilder plan = new StringBuilder();
        while (rs.next()) {
          plan.append(rs.getString(1)).append('\n');
        }
        return plan.toString();
      }
    }
  }
}
