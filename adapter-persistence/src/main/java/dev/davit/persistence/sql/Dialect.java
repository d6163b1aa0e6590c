package dev.davit.persistence.sql;

import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** What differs between databases; all else is one SQL. */
interface Dialect {
  /** The folder of the migrations in the class path. */
  String migrations();

  /** Runs migrations while no other process does. */
  void alone(DataSource source, String prefix, Runnable migrations);

  /** Refuses a database whose connections lack what the stores rely on. */
  void check(DataSource source);

  /** Waits for the turn to write, where only one of this process may. The caller ends it. */
  Turn awaitTurn();

  /** Waits until nobody of this process writes; UNAVAILABLE if that takes too long. */
  void awaitEnd();

  /** Begins a transaction. */
  void begin(Handle handle, Attempt attempt);

  /** Makes the connection what it was before {@link #begin}. */
  void restore(Handle handle, boolean writing);

  /** The database's time, to the millisecond. */
  Instant now(Handle handle);

  /** A text as the database can keep it; INVALID_REQUEST if it can't. */
  String checked(String text);

  /** Whether a statement was refused because of rows that are there, or are not. */
  boolean isConflict(SQLException failure);

  /**
   * Whether nothing was written for certain, and the same work may succeed when it is run again
   * from its start.
   *
   * @param committing whether the commit failed, and not a statement before
   */
  boolean mayRunAgain(SQLException failure, boolean committing);

  /** The right to write. */
  interface Turn {
    void end();
  }
}
