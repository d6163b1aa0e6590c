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
  void alone(DataSource source, Runnable migrations);

  /** Refuses a database whose connections lack what the stores rely on. */
  void check(DataSource source);

  /** Waits for the turn to write, where only one may. The caller ends it. */
  Turn awaitTurn();

  /** Begins a transaction. */
  void begin(Handle handle, boolean writing);

  void commit(Handle handle);

  /** Ends a transaction, with nothing written. */
  void rollBack(Handle handle);

  /** Makes the connection what it was before {@link #begin}. */
  void restore(Handle handle, boolean writing);

  /** The database's time, to the millisecond. */
  Instant now(Handle handle);

  /** Whether a statement was refused because of rows that are there, or are not. */
  boolean isConflict(SQLException failure);

  /** The right to write. */
  interface Turn {
    void end();
  }
}
