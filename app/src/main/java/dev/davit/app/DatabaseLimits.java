package dev.davit.app;

import dev.davit.persistence.sql.SqlLimits;
import java.time.Duration;
import java.util.List;

/** How many connections to PostgreSQL a node may have, and how long things may take there. */
final class DatabaseLimits {
  private static final String POOL = "DAVIT_DATABASE_POOL";
  private static final String CONNECT = "DAVIT_DATABASE_CONNECT_TIMEOUT";
  private static final String STATEMENT = "DAVIT_DATABASE_STATEMENT_TIMEOUT";
  private static final String LOCK = "DAVIT_DATABASE_LOCK_TIMEOUT";

  static final List<String> NAMES = List.of(POOL, CONNECT, STATEMENT, LOCK);

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** A statement never waits longer for what others hold. */
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(10);

  private DatabaseLimits() {}

  /** What the settings say. Faults are noted in the reader. */
  static SqlLimits read(SettingsReader reader) {
    SqlLimits usual = SqlLimits.USUAL;
    return new SqlLimits(
        reader.integer(POOL, 4, 1000).orElse(usual.connections()),
        reader.duration(CONNECT, SHORTEST, LONGEST).orElse(usual.connecting()),
        reader.duration(STATEMENT, SHORTEST, LONGEST).orElse(usual.statement()),
        reader.duration(LOCK, SHORTEST, LONGEST_LOCK).orElse(usual.lock()));
  }
}
