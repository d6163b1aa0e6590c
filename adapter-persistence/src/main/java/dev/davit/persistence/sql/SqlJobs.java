package dev.davit.persistence.sql;

import dev.davit.ports.JobId;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.JobStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Jobs in rows. Who holds a job is known by the holder's name alone, so one whose lease ran out may
 * still end it as long as nobody else took it.
 */
record SqlJobs(Sql sql) implements JobStore {
  private static final String COLUMNS =
      "id, kind, owner, subject, due_at, attempts, lease_holder, lease_until, last_failure";

  @Override
  public Optional<Job> find(JobId id) {
    return sql.one("SELECT " + COLUMNS + " FROM <p>jobs WHERE id = ?", SqlJobs::map, id.value());
  }

  @Override
  public void insert(Job job) {
    sql.insert(
        "INSERT INTO <p>jobs ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        job.id().value(),
        job.kind(),
        job.owner().key(),
        job.subject(),
        Times.millis(job.dueAt()),
        job.attempts(),
        job.leaseHolder(),
        Times.millisOrNull(job.leaseUntil()),
        job.lastFailure());
  }

  @Override
  public List<Job> claim(String holder, Duration time, int limit) {
    Instant now = sql.now();
    List<Job> claimed =
        sql.returning(
            """
            UPDATE <p>jobs SET lease_holder = ?, lease_until = ?, attempts = attempts + 1
            WHERE id IN (SELECT id FROM <p>jobs
                WHERE due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
                ORDER BY due_at, id LIMIT ?)
            RETURNING
            """
                + COLUMNS,
            SqlJobs::map,
            holder,
            Times.end(now, time),
            Times.millis(now),
            Times.millis(now),
            limit);
    return claimed.stream()
        .sorted(Comparator.comparing(Job::dueAt).thenComparing(job -> job.id().value()))
        .toList();
  }

  @Override
  public boolean postpone(JobId id, Instant dueAt) {
    return sql.write(
            """
            UPDATE <p>jobs SET due_at = ?, lease_holder = NULL, lease_until = NULL
            WHERE id = ? AND (lease_until IS NULL OR lease_until <= ?)
            """,
            Times.millis(dueAt),
            id.value(),
            Times.millis(sql.now()))
        > 0;
  }

  @Override
  public boolean retry(JobId id, String holder, Instant dueAt, String failure) {
    return sql.write(
            """
            UPDATE <p>jobs
            SET due_at = ?, last_failure = ?, lease_holder = NULL, lease_until = NULL
            WHERE id = ? AND lease_holder = ?
            """,
            Times.millis(dueAt),
            failure,
            id.value(),
            holder)
        > 0;
  }

  @Override
  public boolean complete(JobId id, String holder) {
    return sql.write("DELETE FROM <p>jobs WHERE id = ? AND lease_holder = ?", id.value(), holder)
        > 0;
  }

  @Override
  public boolean cancel(JobId id) {
    return sql.write("DELETE FROM <p>jobs WHERE id = ?", id.value()) > 0;
  }

  private static Job map(Row row) throws SQLException {
    return new Job(
        new JobId(row.text("id")),
        row.text("kind"),
        row.owner("owner"),
        row.text("subject"),
        row.time("due_at"),
        (int) row.number("attempts"),
        row.textOrNull("lease_holder"),
        row.timeOrNull("lease_until"),
        row.textOrNull("last_failure"));
  }
}
