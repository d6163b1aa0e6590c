package dev.davit.persistence.sql;

import java.time.Duration;

/**
 * How many connections a pool of Davit's own has, and how long things may take. PostgreSQL only:
 * for SQLite they are fixed.
 *
 * @param connections the most that are open at a time, 4 to 1,000: every call and every job holds
 *     one while its transaction lasts; three quarters of them may write
 * @param connecting how long a call waits for a connection, from a quarter of a second on; when the
 *     database is away, this is how long it takes to say so
 * @param statement how long one statement may run
 * @param lock how long one statement may wait for what another transaction holds; never longer than
 *     ten seconds
 */
public record SqlLimits(int connections, Duration connecting, Duration statement, Duration lock) {
  /** What suits most: 10 connections, 3 s, 10 s and 10 s. */
  public static final SqlLimits USUAL =
      new SqlLimits(10, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(10));

  /**
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public SqlLimits {
    if (connections < 4 || connections > 1000) {
      throw new IllegalArgumentException("a pool has 4 to 1,000 connections");
    }
    if (connecting.toMillis() < 250 || statement.toMillis() < 1 || lock.toMillis() < 1) {
      throw new IllegalArgumentException(
          "a connection is waited for at least 250 ms, a statement and a lock at least 1 ms");
    }
  }
}
