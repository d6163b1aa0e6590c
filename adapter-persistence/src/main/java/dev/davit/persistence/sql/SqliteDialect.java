package dev.davit.persistence.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in WAL mode. Transactions are begun by statement, so that writers get their lock at once
 * ({@code BEGIN IMMEDIATE}) whatever the pool's connections do by themselves; readers can't write
 * ({@code query_only}).
 */
final class SqliteDialect implements Dialect {
  private final InstantSource clock;
  private final WriterLock writers = new WriterLock();

  SqliteDialect(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String migrations() {
    return "db/davit/sqlite";
  }

  @Override
  public void alone(DataSource source, String prefix, Runnable migrations) {
    MigrationLock.run(SqliteChecks.file(source), migrations);
  }

  @Override
  public void check(DataSource source) {
    SqliteChecks.check(source);
  }

  @Override
  public Turn awaitTurn() {
    return writers.await();
  }

  @Override
  public void awaitEnd() {
    awaitTurn().end();
  }

  @Override
  public void begin(Handle handle, Attempt attempt) {
    boolean writing = attempt.writing();
    // What is deleted is overwritten: a destroyed key must not live on in free pages.
    handle.execute(writing ? "PRAGMA secure_delete = ON" : "PRAGMA query_only = ON");
    handle.execute(writing ? "BEGIN IMMEDIATE" : "BEGIN");
  }

  @Override
  public void restore(Handle handle, boolean writing) {
    if (!writing) {
      handle.execute("PRAGMA query_only = OFF");
    }
  }

  @Override
  public Instant now(Handle handle) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String checked(String text) {
    return text;
  }

  @Override
  public boolean mayRunAgain(SQLException failure, boolean committing) {
    return false; // who has the lock is not refused, and a file does not go away
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return failure instanceof SQLiteException e && isConflict(e.getResultCode());
  }

  private static boolean isConflict(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY;
  }
}
