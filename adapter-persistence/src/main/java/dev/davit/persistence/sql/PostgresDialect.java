package dev.davit.persistence.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Writing transactions are serializable; one that the database refuses for the sake of
 * others is run again, alone (see {@link PostgresBegin}). Reading ones see one state and are never
 * refused.
 */
final class PostgresDialect implements Dialect {
  /** Unique and foreign keys. */
  private static final Set<String> CONFLICTS = Set.of("23505", "23503");

  /** Serialization failures and deadlocks. */
  private static final Set<String> REFUSED_FOR_OTHERS = Set.of("40001", "40P01");

  /** The server stops, starts, or ended a session that was idle in a transaction. */
  private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "25P03");

  private final PostgresBegin begin;
  private final DatabaseClock clock;
  private final WriterPlaces writers;

  PostgresDialect(String prefix, SqlLimits limits) {
    this(prefix, limits, PostgresDialect::databaseTime);
  }

  PostgresDialect(String prefix, SqlLimits limits, DatabaseClock clock) {
    this.begin = new PostgresBegin(prefix, limits);
    this.clock = clock;
    this.writers = new WriterPlaces(limits.connections() * 3 / 4);
  }

  @Override
  public String migrations() {
    return "db/davit/postgresql";
  }

  @Override
  public void alone(DataSource source, String prefix, Runnable migrations) {
    PostgresMigrationLock.run(source, prefix, migrations);
  }

  @Override
  public void check(DataSource source) {
    PostgresChecks.check(source);
  }

  @Override
  public Turn awaitTurn() {
    return writers.await();
  }

  @Override
  public void awaitEnd() {
    writers.awaitAll();
  }

  @Override
  public void begin(Handle handle, Attempt attempt) {
    handle.execute(begin.statement(attempt));
  }

  @Override
  public void restore(Handle handle, boolean writing) {
    // All that was set was set for the transaction only.
  }

  @Override
  public Instant now(Handle handle) {
    return clock.now(handle);
  }

  private static Instant databaseTime(Handle handle) {
    return Instant.ofEpochMilli(
        handle
            .createQuery("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint")
            .mapTo(Long.class)
            .one());
  }

  @Override
  public String checked(String text) {
    if (text.indexOf('\0') >= 0) {
      throw Failures.unfit("A text holds the character NUL, which can't be kept.");
    }
    return text;
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return CONFLICTS.contains(state(failure));
  }

  @Override
  public boolean mayRunAgain(SQLException failure, boolean committing) {
    String state = state(failure);
    return REFUSED_FOR_OTHERS.contains(state)
        || (!committing && (state.startsWith("08") || ENDED.contains(state)));
  }

  private static String state(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  /** Where the time comes from. */
  @FunctionalInterface
  interface DatabaseClock {
    Instant now(Handle handle);
  }
}
