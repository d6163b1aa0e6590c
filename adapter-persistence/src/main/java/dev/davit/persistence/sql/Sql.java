package dev.davit.persistence.sql;

import dev.davit.ports.CloudException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements of one transaction; every one goes through here. {@code <p>} in them stands for
 * the tables' prefix. After a failure of the database nothing more is run and nothing is committed:
 * SQLite rolls back by itself on some of them, and whatever came next would stand alone.
 */
final class Sql {
  private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

  private final Handle handle;
  private final Dialect dialect;
  private final Attempt attempt;
  private final Thread thread = Thread.currentThread();
  private boolean open;
  private boolean committing;
  private boolean mayRunAgain;
  private @Nullable CloudException broken;

  Sql(Handle handle, Dialect dialect, Attempt attempt) {
    this.handle = handle;
    this.dialect = dialect;
    this.attempt = attempt;
  }

  /** The only row, if there is one. */
  <T> Optional<T> one(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
    return list(sql, mapper, values).stream().findFirst();
  }

  /** All rows, in the statement's order. */
  <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
    return guarded(
        () ->
            bound(handle.createQuery(sql), values)
                .map((rs, context) -> mapper.map(new Row(rs)))
                .list());
  }

  /** Writes, and answers the rows that the statement returns, in no order. */
  <T> List<T> returning(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
    checkWriting();
    return list(sql, mapper, values);
  }

  /** Writes, and says how many rows there were. */
  int write(String sql, @Nullable Object... values) {
    checkWriting();
    return guarded(() -> bound(handle.createUpdate(sql), values).execute());
  }

  /** Adds a row; CONFLICT if the statement, which ends in DO NOTHING, did nothing. */
  void insert(String sql, @Nullable Object... values) {
    if (write(sql, values) == 0) {
      throw Failures.conflict(null);
    }
  }

  Instant now() {
    return guarded(() -> dialect.now(handle));
  }

  void begin() {
    open = true;
    guarded(
        () -> {
          dialect.begin(handle, attempt);
          return true;
        });
  }

  void commit() {
    guarded(
        () -> {
          committing = true;
          handle.execute("COMMIT");
          open = false;
          return true;
        });
  }

  /** Whether it failed, wrote nothing, and may succeed when the work is run again. */
  boolean mayRunAgain() {
    return mayRunAgain;
  }

  /** Rolls back, unless it was committed. */
  void end() {
    if (!open) {
      return;
    }
    open = false;
    try {
      handle.execute("ROLLBACK");
    } catch (JdbiException e) {
      discard(handle);
    }
  }

  /** Throws the connection away, so that nobody gets one with a transaction half open. */
  static void discard(Handle handle) {
    try {
      handle.getConnection().abort(Runnable::run);
    } catch (SQLException e) {
      LOG.warn("A broken database connection could not be thrown away.", e);
    }
  }

  private <S extends SqlStatement<S>> S bound(S statement, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      @Nullable Object value = values[i];
      statement.bind(i, value instanceof String text ? dialect.checked(text) : value);
    }
    return statement;
  }

  private <T> T guarded(Supplier<T> statement) {
    if (!open || Thread.currentThread() != thread) {
      throw new IllegalStateException("the transaction has ended, or is another thread's");
    }
    if (broken != null) {
      throw broken;
    }
    try {
      return statement.get();
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  private CloudException failed(JdbiException e) {
    SQLException cause = Failures.sqlCause(e);
    if (cause == null) {
      throw e;
    }
    mayRunAgain = dialect.mayRunAgain(cause, committing);
    broken = dialect.isConflict(cause) ? Failures.conflict(cause) : Failures.unavailable(cause);
    return broken;
  }

  private void checkWriting() {
    if (!attempt.writing()) {
      throw new IllegalStateException("a reading transaction can't write");
    }
  }
}
