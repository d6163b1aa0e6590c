package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables are made once, under their prefix, by whoever is to make them. */
@Timeout(120)
abstract class MigrationContract {
  static final String VERSIONS = "SELECT version FROM davit_history ORDER BY installed_rank";

  private SqlSettings settings;
  private DataSource host;

  /** An address with nothing there, asked for once for each test. */
  abstract SqlSettings settings() throws Exception;

  /** The same database, as its host sees it. */
  abstract DataSource host();

  /** The folder of its migrations. */
  abstract String folder();

  /** Asks for all that defines the tables, in some order. */
  abstract String structure();

  /** Asks for the names of all tables and indexes. */
  abstract String names();

  @BeforeEach
  final void setUp() throws Exception {
    settings = settings();
    host = host();
  }

  @Test
  final void open_again_changesNothing() throws Exception {
    SqlStores.open(settings).close();
    List<String> before = Hosts.query(host, structure());

    SqlStores.open(settings).close();

    assertThat(Hosts.query(host, structure())).isEqualTo(before);
    assertThat(Hosts.query(host, VERSIONS)).containsExactly("1", "2", "3");
  }

  @Test
  final void open_withPrefix_makesNoTableWithoutIt() throws Exception {
    SqlSettings shop = settings.withPrefix("shop_davit_");

    try (SqlStores stores = SqlStores.open(shop)) {
      assertThat(stores.holdsSealed()).isFalse();
    }

    assertThat(Hosts.query(host, names()))
        .hasSizeGreaterThan(12)
        .allMatch(name -> name.contains("shop_davit_"));
  }

  @Test
  final void over_databaseOfTheHost_leavesItsTablesAlone() throws Exception {
    Hosts.execute(host, "CREATE TABLE orders (id INTEGER PRIMARY KEY)");
    Hosts.execute(host, "INSERT INTO orders VALUES (7)");

    try (SqlStores stores = SqlStores.over(host, "davit_", true)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("jwt", Samples.BYTES));
      assertThat(stores.holdsSealed()).isTrue();
    }

    assertThat(Hosts.query(host, "SELECT id FROM orders")).containsExactly("7");
  }

  @Test
  final void over_migrationLeftToHost_refusesUntilTheHostDidIt() {
    assertThatThrownBy(() -> SqlStores.over(host, "davit_", false))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContainingAll("davit_owners", "davit_server_keys", "db/davit");

    Flyway.configure()
        .dataSource(host)
        .locations("classpath:" + folder())
        .placeholders(Map.of("prefix", "davit_"))
        .load()
        .migrate();

    try (SqlStores stores = SqlStores.over(host, "davit_", false)) {
      assertThat(stores.holdsSealed()).isFalse();
    }
  }

  @Test
  final void over_poolWithoutAutoCommit_keepsTransactionsWhole() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(host);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config);
        SqlStores stores = SqlStores.over(pool, "davit_", true)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("kept", Samples.BYTES));
      assertThatThrownBy(() -> stores.inTransaction(MigrationContract::fail))
          .hasMessage("on purpose");

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
  final void open_alteredHistory_isMisconfigured() throws Exception {
    SqlStores.open(settings).close();
    Hosts.execute(host, "UPDATE davit_history SET checksum = 1 WHERE version = '1'");

    assertThatThrownBy(() -> SqlStores.open(settings))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED));
  }
}
