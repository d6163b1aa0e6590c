package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Transaction;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL refuses, and how it fails, in our words. */
@Timeout(60)
final class PostgresFailuresTest {
  private static final String END =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND pid <> pg_backend_pid()";

  private PostgresDatabase database;
  private SqlSettings settings;

  @BeforeEach
  void setUp() {
    database = PostgresServer.shared().createDatabase();
    settings = PostgresDatabases.settings(database);
  }

  @Test
  void inTransaction_connectionEndedBeforeTheCommit_isRunAgain() {
    AtomicInteger runs = new AtomicInteger();
    try (SqlStores stores = SqlStores.open(settings)) {
      stores.inTransaction(
          tx -> {
            tx.serverKeys().insert("first", Samples.BYTES);
            if (runs.incrementAndGet() == 1) {
              endConnections();
            }
            return tx.serverKeys().insert("second", Samples.BYTES);
          });

      assertThat(runs).hasValue(2);
      assertThat(holds(stores, "first") && holds(stores, "second")).isTrue();
    }
  }

  @Test
  void inTransaction_connectionEndedAtTheCommit_isUnavailableAndWhole() {
    try (SqlStores stores = SqlStores.open(settings)) {
      Refused.as(
          ErrorKind.UNAVAILABLE,
          () ->
              stores.inTransaction(
                  tx -> {
                    tx.serverKeys().insert("first", Samples.BYTES);
                    tx.serverKeys().insert("second", Samples.BYTES);
                    return endConnections();
                  }));

      assertThat(holds(stores, "first")).isEqualTo(holds(stores, "second"));
      stores.inTransaction(tx -> tx.serverKeys().insert("later", Samples.BYTES));
      assertThat(holds(stores, "later")).isTrue();
    }
  }

  @Test
  void reading_connectionsEnded_isRunAgain() {
    try (SqlStores stores = SqlStores.open(settings)) {
      stores.inTransaction(tx -> tx.serverKeys().insert("first", Samples.BYTES));
      endConnections();

      assertThat(holds(stores, "first")).isTrue();
    }
  }

  @Test
  void inTransaction_lockHeldTooLong_isUnavailable() throws Exception {
    SqlLimits limits =
        new SqlLimits(4, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMillis(50));
    refusedWhileLocked(limits, "davit_server_keys");
    refusedWhileLocked(limits, "davit_turns");
  }

  @Test
  void inTransaction_statementTooLong_isUnavailable() throws Exception {
    refusedWhileLocked(
        new SqlLimits(4, Duration.ofSeconds(3), Duration.ofMillis(50), Duration.ofSeconds(10)),
        "davit_server_keys");
  }

  private void refusedWhileLocked(SqlLimits limits, String table) throws SQLException {
    try (SqlStores stores = SqlStores.open(settings.withLimits(limits));
        Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE " + table);
      Refused.as(
          ErrorKind.UNAVAILABLE,
          () ->
              stores.inTransaction(
                  tx -> {
                    tx.jobs().insert(Samples.job("lost"));
                    return tx.serverKeys().insert("lost", Samples.BYTES);
                  }));
      other.rollback();

      assertThat(stores.<Boolean>reading(tx -> tx.jobs().find(Samples.job("lost").id()).isEmpty()))
          .isTrue();
      stores.inTransaction(tx -> tx.serverKeys().insert("after " + table, Samples.BYTES));
    }
  }

  @Test
  void inTransaction_noConnectionFree_isUnavailable() throws Exception {
    SqlLimits limits =
        new SqlLimits(4, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(10));
    CountDownLatch held = new CountDownLatch(4);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SqlStores stores = SqlStores.open(settings.withLimits(limits))) {
      Callable<Boolean> holder = () -> stores.reading(tx -> hold(held, end));
      List<Future<Boolean>> holders =
          Stream.generate(() -> threads.submit(holder)).limit(4).toList();
      assertThat(WritersContract.await(held)).isTrue();

      Refused.as(ErrorKind.UNAVAILABLE, stores::holdsSealed);

      end.countDown();
      for (Future<Boolean> each : holders) {
        assertThat(each.get()).isTrue();
      }
      assertThat(stores.holdsSealed()).isFalse();
    } finally {
      end.countDown();
      threads.shutdownNow();
    }
  }

  private static boolean hold(CountDownLatch held, CountDownLatch end) {
    held.countDown();
    return WritersContract.await(end);
  }

  @Test
  void insertCredential_withoutConnection_isConflict_andNothingIsKept() {
    try (SqlStores stores = SqlStores.open(settings)) {
      List<Throwable> swallowed = new ArrayList<>();
      assertThatThrownBy(() -> stores.inTransaction(tx -> goOn(tx, swallowed)))
          .isInstanceOfSatisfying(
              CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));

      assertThat(swallowed).hasSize(1);
      assertThat(stores.<Boolean>reading(tx -> tx.jobs().find(Samples.job("lost").id()).isEmpty()))
          .isTrue();
    }
  }

  private static boolean goOn(Transaction tx, List<Throwable> swallowed) {
    tx.jobs().insert(Samples.job("lost"));
    try {
      tx.credentials().insert(new ConnectionId("canary"), Samples.BYTES);
    } catch (CloudException e) {
      assertThat(e).hasStackTraceContaining("SQLException");
      assertThat(Throwables.getStackTrace(e)).doesNotContain("canary");
      swallowed.add(e);
    }
    return true;
  }

  @Test
  void text_withNul_isTheClientsFault() {
    try (SqlStores stores = SqlStores.open(settings)) {
      Refused.as(
          ErrorKind.INVALID_REQUEST,
          () -> stores.inTransaction(tx -> tx.serverKeys().insert("a\0b", Samples.BYTES)));
      assertThat(
              stores.<Boolean>reading(
                  tx -> tx.owners().find(new OwnerId("\uD83D\uDE00")).isEmpty()))
          .isTrue();
    }
  }

  @Test
  void open_wrongPassword_isUnavailable() {
    Refused.as(
        ErrorKind.UNAVAILABLE,
        () -> SqlStores.open(settings.withLogin(database.user(), new Secret("wrong"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1/davit?password=canary",
        "jdbc:postgresql://127.0.0.1/davit?ssl=true&sslPassword=canary",
        "jdbc:postgresql://davit:canary@127.0.0.1/davit"
      })
  void open_passwordInTheAddress_isMisconfigured(String url) {
    assertThatThrownBy(() -> SqlStores.open(SqlSettings.of(url)))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageNotContaining("canary");
  }

  @Test
  void over_readOnlyDatabase_isMisconfigured() throws Exception {
    SqlStores.open(settings).close();
    database.execute(
        "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

    assertThatThrownBy(() -> SqlStores.over(Hosts.source(database), "davit_", false))
        .hasMessageContaining("open for writing");
  }

  @Test
  void transactions_setTheirTimes_andAreDurable() throws Exception {
    database.execute("ALTER DATABASE " + database.name() + " SET synchronous_commit = off");
    try (SqlStores stores = SqlStores.open(settings)) {
      for (boolean writing : new boolean[] {true, false}) {
        assertThat(shown(stores, writing, "statement_timeout")).isEqualTo("10s");
        assertThat(shown(stores, writing, "lock_timeout")).isEqualTo("10s");
        assertThat(shown(stores, writing, "idle_in_transaction_session_timeout")).isEqualTo("5s");
        assertThat(shown(stores, writing, "application_name")).isEqualTo("davit");
      }
      assertThat(shown(stores, true, "synchronous_commit")).isEqualTo("on");
      assertThat(shown(stores, true, "transaction_isolation")).isEqualTo("serializable");
      assertThat(shown(stores, false, "transaction_read_only")).isEqualTo("on");
    }
  }

  private static String shown(SqlStores stores, boolean writing, String name) {
    Function<Sql, String> show =
        sql -> sql.one("SHOW " + name, row -> row.text(name)).orElseThrow();
    return writing ? stores.transactions().writing(show) : stores.transactions().reading(show);
  }

  private static boolean holds(SqlStores stores, String key) {
    return stores.reading(tx -> tx.serverKeys().find(key).isPresent());
  }

  private boolean endConnections() {
    try (Connection admin = PostgresServer.shared().connectAsSuperuser(database.name());
        var statement = admin.createStatement()) {
      return statement.execute(END);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
