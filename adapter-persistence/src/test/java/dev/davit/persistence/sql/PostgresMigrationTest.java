package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Secret;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class PostgresMigrationTest extends MigrationContract {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @Override
  SqlSettings settings() {
    return PostgresDatabases.settings(database);
  }

  @Override
  DataSource host() {
    return Hosts.source(database);
  }

  @Override
  String folder() {
    return "db/davit/postgresql";
  }

  @Override
  String structure() {
    return """
        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, ordinal_position)
        FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1
        """;
  }

  @Override
  String names() {
    return """
        SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'public'
        """;
  }

  @Test
  void open_byFourAtOnce_allStart() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> start =
          () -> {
            try (SqlStores stores = SqlStores.open(settings())) {
              return stores.holdsSealed();
            }
          };
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(4, start))) {
        assertThat(each.get()).isFalse();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(Hosts.query(host(), VERSIONS)).containsExactly("1", "2", "3");
  }

  @Test
  void open_tablesInAnotherSchema_areNotTheseTables() throws Exception {
    SqlStores.open(settings()).close();
    database.execute("CREATE SCHEMA shop");
    SqlSettings shop =
        SqlSettings.of(database.url() + "?currentSchema=shop")
            .withLogin(database.user(), new Secret(database.password()));

    assertThatThrownBy(() -> SqlStores.open(shop.withMigrate(false)))
        .hasMessageContaining("davit_owners");

    try (SqlStores stores = SqlStores.open(shop)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("jwt", Samples.BYTES));
    }
    assertThat(Hosts.query(host(), "SELECT name FROM shop.davit_server_keys"))
        .containsExactly("jwt");
    assertThat(Hosts.query(host(), "SELECT name FROM public.davit_server_keys")).isEmpty();
  }

  @Test
  void everyText_isOrderedAsAsciiOrdersIt() throws Exception {
    SqlStores.open(settings()).close();

    assertThat(
            Hosts.query(
                host(),
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE data_type = 'text' AND table_name LIKE 'davit%'
                    AND table_name <> 'davit_history' AND collation_name IS DISTINCT FROM 'C'
                """))
        .isEmpty();
  }
}
