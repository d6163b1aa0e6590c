package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.JobId;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writers side by side; what can't be is run again, once. */
final class PostgresWritersTest extends WritersContract {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @Override
  SqlSettings settings() {
    return PostgresDatabases.settings(database);
  }

  @Test
  void inTransaction_onOthersRows_waitsForNobody() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> first =
        threads.submit(
            () ->
                stores()
                    .inTransaction(
                        tx -> {
                          tx.serverKeys().insert("first", Samples.BYTES);
                          written.countDown();
                          return await(end);
                        }));
    assertThat(await(written)).isTrue();

    stores()
        .inTransaction(
            tx -> {
              tx.jobs().insert(Samples.job("second"));
              return true;
            });
    end.countDown();

    assertThat(first.get()).isTrue();
  }

  @Test
  void inTransaction_ofManyOnOneRow_isRunTwiceAtMost() throws Exception {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger repeated = new AtomicInteger();
    Callable<Integer> writer =
        () -> {
          for (int i = 0; i < 40; i++) {
            AtomicInteger runs = new AtomicInteger();
            stores()
                .inTransaction(
                    tx -> {
                      runs.incrementAndGet();
                      return appendNext(tx);
                    });
            most.accumulateAndGet(runs.get(), Math::max);
            repeated.addAndGet(runs.get() - 1);
          }
          return 40;
        };

    for (Future<Integer> each : threads.invokeAll(Collections.nCopies(WRITERS, writer))) {
      each.get();
    }

    assertThat(lastSequence()).isEqualTo(WRITERS * 40L);
    assertThat(repeated).hasPositiveValue();
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  /** As if two that are over were still in PostgreSQL's books. */
  @Test
  void inTransaction_runAgain_isRefusedForNobodysSake() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (Connection reader = database.connect();
        Connection writer = database.connect()) {
      begin(reader, "SELECT count(*) FROM davit_jobs");
      stores()
          .inTransaction(
              tx -> {
                int run = runs.incrementAndGet();
                tx.serverKeys().find("key");
                commit(writer, "INSERT INTO davit_server_keys VALUES ('key" + run + "', '')");
                tx.jobs().insert(Samples.job("job"));
                return true;
              });
      reader.rollback();
    }

    assertThat(runs).hasValue(2);
    assertThat(stores().<Boolean>reading(tx -> tx.jobs().find(new JobId("job")).isPresent()))
        .isTrue();
  }

  private static void begin(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean commit(Connection connection, String sql) {
    try {
      begin(connection, sql);
      connection.commit();
      connection.setAutoCommit(true);
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void reading_whileAllWritersWait_waitsForNobody() throws Exception {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE davit_turns");
      List<Future<Long>> writers =
          Stream.generate(
                  () -> threads.submit(() -> stores().inTransaction(WritersContract::appendNext)))
              .limit(WRITERS)
              .toList();
      while (waiting(other) < WRITERS - 1) {
        Thread.onSpinWait();
      }

      assertThat(lastSequence()).isZero();
      other.rollback();
      for (Future<Long> each : writers) {
        assertThat(each.get()).isPositive();
      }
    }
  }

  private static int waiting(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rs =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation ="
                    + " 'davit_turns'::regclass")) {
      rs.next();
      return rs.getInt(1);
    }
  }

  @Test
  void close_whileAnotherWrites_waitsForIt() throws Exception {
    SqlStores other = SqlStores.open(settings());
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> writer =
        threads.submit(
            () ->
                other.inTransaction(
                    tx -> {
                      appendNext(tx);
                      written.countDown();
                      return await(end);
                    }));
    assertThat(await(written)).isTrue();
    Thread closing = new Thread(other::close);
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    end.countDown();

    assertThat(writer.get()).isTrue();
    closing.join(30_000);
    assertThat(lastSequence()).isEqualTo(1);
  }
}
