package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tables are made once, under their prefix, by whoever is to make them. */
@Timeout(120)
final class MigrationTest {
  private static final String FOREIGN =
      "SELECT name FROM sqlite_master WHERE tbl_name NOT LIKE 'shop\\_davit\\_%' ESCAPE '\\'";

  @TempDir Path folder;
  private Path file;
  private DataSource host;

  @BeforeEach
  void setUp() {
    file = folder.resolve("davit.db");
    host = Hosts.source(file, Hosts.config());
  }

  @Test
  void open_again_changesNothing() throws Exception {
    SqlStores.open(SqlSettings.sqlite(file)).close();
    List<String> before = Hosts.query(host, "SELECT sql FROM sqlite_master ORDER BY name");

    SqlStores.open(SqlSettings.sqlite(file)).close();

    assertThat(Hosts.query(host, "SELECT sql FROM sqlite_master ORDER BY name")).isEqualTo(before);
    assertThat(Hosts.query(host, "SELECT version FROM davit_history")).containsExactly("1", "2");
  }

  @Test
  void open_byTwoProcessesAtOnce_bothStart() throws Exception {
    List<Forked> starters = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starters.add(Forked.run(Starter.class, file.toString()));
    }
    for (Forked starter : starters) {
      assertThat(starter.line()).isEqualTo("ready");
    }
    for (Forked starter : starters) {
      starter.say("go");
    }

    for (Forked starter : starters) {
      assertThat(starter.line()).isEqualTo("opened");
      assertThat(starter.exit()).isZero();
    }
    assertThat(Hosts.query(host, "SELECT version FROM davit_history")).containsExactly("1", "2");
  }

  @Test
  void open_withPrefix_makesNoTableWithoutIt() throws Exception {
    SqlSettings settings = SqlSettings.sqlite(file).withPrefix("shop_davit_");

    try (SqlStores stores = SqlStores.open(settings)) {
      assertThat(stores.holdsSealed()).isFalse();
    }

    assertThat(Hosts.query(host, FOREIGN)).isEmpty();
    assertThat(Hosts.query(host, "SELECT name FROM sqlite_master WHERE type = 'index'"))
        .isNotEmpty()
        .allMatch(name -> name.contains("shop_davit_"));
  }

  @Test
  void over_databaseOfTheHost_leavesItsTablesAlone() throws Exception {
    Hosts.execute(host, "CREATE TABLE orders (id INTEGER PRIMARY KEY)");
    Hosts.execute(host, "INSERT INTO orders VALUES (7)");

    try (SqlStores stores = SqlStores.over(host, "davit_", true)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("jwt", Samples.BYTES));
      assertThat(stores.holdsSealed()).isTrue();
    }

    assertThat(Hosts.query(host, "SELECT id FROM orders")).containsExactly("7");
  }

  @Test
  void over_migrationLeftToHost_refusesUntilTheHostDidIt() {
    assertThatThrownBy(() -> SqlStores.over(host, "davit_", false))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContainingAll("davit_owners", "davit_server_keys", "db/davit");

    Flyway.configure()
        .dataSource(host)
        .locations("classpath:db/davit/sqlite")
        .placeholders(Map.of("prefix", "davit_"))
        .load()
        .migrate();

    try (SqlStores stores = SqlStores.over(host, "davit_", false)) {
      assertThat(stores.holdsSealed()).isFalse();
    }
  }

  @Test
  void over_poolWithoutAutoCommit_keepsTransactionsWhole() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(host);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config);
        SqlStores stores = SqlStores.over(pool, "davit_", true)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("kept", Samples.BYTES));
      assertThatThrownBy(() -> stores.inTransaction(MigrationTest::fail)).hasMessage("on purpose");

      boolean kept = stores.reading(tx -> tx.serverKeys().find("kept").isPresent());
      boolean lost = stores.reading(tx -> tx.serverKeys().find("lost").isEmpty());
      assertThat(kept && lost).isTrue();
    }
  }

  private static boolean fail(Transaction tx) {
    tx.serverKeys().insert("lost", Samples.BYTES);
    throw new IllegalArgumentException("on purpose");
  }

  @Test
  void open_alteredHistory_isMisconfigured() throws Exception {
    SqlStores.open(SqlSettings.sqlite(file)).close();
    Hosts.execute(host, "UPDATE davit_history SET checksum = 1 WHERE version = '1'");

    assertThatThrownBy(() -> SqlStores.open(SqlSettings.sqlite(file)))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED));
  }
}
