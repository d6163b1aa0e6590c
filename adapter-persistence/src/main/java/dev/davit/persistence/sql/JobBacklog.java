package dev.davit.persistence.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that wait for a node.
 *
 * @param due how many are due and held by nobody
 * @param age how long the first of them has been due, by the database's clock; zero if there is
 *     none
 */
public record JobBacklog(long due, Duration age) {
  private static final JobBacklog NONE = new JobBacklog(0, Duration.ZERO);

  /** Reads no more rows than the most that are counted. */
  static JobBacklog of(Sql sql, int most) {
    Instant now = sql.now();
    long millis = Times.millis(now);
    return sql.one(
            """
            SELECT COUNT(*) AS due, MIN(due_at) AS since FROM
                (SELECT due_at FROM <p>jobs
                 WHERE due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
                 ORDER BY due_at, id LIMIT ?) AS waiting
            """,
            row -> read(row, now),
            millis,
            millis,
            most)
        .orElse(NONE);
  }

  private static JobBacklog read(Row row, Instant now) throws SQLException {
    @Nullable Instant since = row.timeOrNull("since");
    return since == null ? NONE : new JobBacklog(row.number("due"), Duration.between(since, now));
  }
}
