package dev.davit.persistence.sql;

import dev.davit.ports.CloudException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions, which don't nest. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  Transactions(DataSource source, Dialect dialect, String prefix) {
    this.dialect = dialect;
    this.jdbi = Jdbi.create(source);
    jdbi.define("p", prefix);
    jdbi.getConfig(SqlStatements.class).setQueryTimeout((int) Attempt.PATIENCE.toSeconds());
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  <T> T writing(Function<? super Sql, ? extends T> work) {
    enter();
    try {
      Dialect.Turn turn = dialect.awaitTurn();
      try {
        return repeat(true, work);
      } finally {
        turn.end();
      }
    } finally {
      inside.remove();
    }
  }

  <T> T reading(Function<? super Sql, ? extends T> work) {
    enter();
    try {
      return repeat(false, work);
    } finally {
      inside.remove();
    }
  }

  private void enter() {
    if (inside.get() != null) {
      throw new IllegalStateException("a transaction was begun inside another");
    }
    inside.set(true);
  }

  private <T> T repeat(boolean writing, Function<? super Sql, ? extends T> work) {
    long start = System.nanoTime();
    Attempt attempt = Attempt.first(writing);
    while (true) {
      Handle handle = open();
      Sql sql = new Sql(handle, dialect, attempt);
      try {
        return run(sql, work);
      } catch (RuntimeException | Error failure) {
        // Whatever the work made of it: the database's refusal is why.
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        if (!sql.mayRunAgain() || attempt.isLast(spent)) {
          throw failure;
        }
        attempt = attempt.next(spent);
      } finally {
        close(handle, writing);
      }
    }
  }

  private <T> T run(Sql sql, Function<? super Sql, ? extends T> work) {
    try {
      sql.begin();
      T result = work.apply(sql);
      sql.commit();
      return result;
    } finally {
      sql.end();
    }
  }

  private Handle open() {
    try {
      Handle handle = jdbi.open();
      if (!handle.getConnection().getAutoCommit()) {
        handle.getConnection().setAutoCommit(true);
      }
      return handle;
    } catch (JdbiException | SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Gives the connection back; one that can't be made whole again is thrown away. */
  private void close(Handle handle, boolean writing) {
    try {
      dialect.restore(handle, writing);
    } catch (JdbiException e) {
      Sql.discard(handle);
    }
    try {
      handle.close();
    } catch (JdbiException e) {
      LOG.warn("A database connection could not be given back.", Failures.sqlCause(e));
    }
  }

  /** Waits until nobody writes; who comes later fails by itself. */
  void close() {
    try {
      dialect.awaitEnd();
    } catch (CloudException e) {
      LOG.warn("A transaction was still writing when the database was closed.");
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }
}
