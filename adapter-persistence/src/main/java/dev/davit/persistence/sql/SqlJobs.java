package dev.davit.persistence.sql;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.JobStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Jobs in rows. A holder whose lease ran out has no say any more, even if nobody else took it. */
record SqlJobs(Sql sql) implements JobStore {
  private static final String COLUMNS =
      "id, kind, owner, subject, due_at, attempts, lease_holder, lease_until, last_failure";

  private static final String FREE = "(lease_until IS NULL OR lease_until <= ?)";

  private static final String SET_DUE =
      "UPDATE <p>jobs SET due_at = ?, lease_holder = NULL, lease_until = NULL WHERE ";

  private static final String HELD = "id = ? AND lease_holder = ? AND lease_until > ?";

  @Override
  public Optional<Job> find(JobId id) {
    return sql.one("SELECT " + COLUMNS + " FROM <p>jobs WHERE id = ?", SqlJobs::map, id.value());
  }

  @Override
  public List<Job> list(Owner owner, int limit) {
    return sql.list(
        "SELECT " + COLUMNS + " FROM <p>jobs WHERE owner = ? ORDER BY id LIMIT ?",
        SqlJobs::map,
        owner.key(),
        limit);
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
  public boolean isDue(Set<String> kinds) {
    Object[] values = due(sql.now(), kinds, 1).toArray();
    return sql.one("SELECT id " + dueOf(kinds), row -> row.text("id"), values).isPresent();
  }

  @Override
  public List<Job> claim(String holder, Set<String> kinds, Duration time, int limit) {
    Instant now = sql.now();
    Stream<Object> lease = Stream.of(holder, Times.end(now, time));
    List<Job> claimed =
        sql.returning(
            "UPDATE <p>jobs SET lease_holder = ?, lease_until = ?, attempts = attempts + 1"
                + (" WHERE id IN (SELECT id " + dueOf(kinds) + ") RETURNING " + COLUMNS),
            SqlJobs::map,
            Stream.concat(lease, due(now, kinds, limit)).toArray());
    return claimed.stream()
        .sorted(Comparator.comparing(Job::dueAt).thenComparing(job -> job.id().value()))
        .toList();
  }

  /** Jobs that may be taken; the values are those of {@link #due}. */
  private static String dueOf(Set<String> kinds) {
    return "FROM <p>jobs WHERE due_at <= ? AND "
        + (FREE + " AND kind IN " + marks(kinds) + " ORDER BY due_at, id LIMIT ?");
  }

  private static String marks(Set<String> kinds) {
    return "(" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
  }

  private static Stream<Object> due(Instant now, Set<String> kinds, int limit) {
    long millis = Times.millis(now);
    return Stream.of(Stream.of(millis, millis), kinds.stream(), Stream.of(limit))
        .flatMap(each -> each);
  }

  @Override
  public boolean extend(JobId id, String holder, Duration time) {
    Instant now = sql.now();
    return sql.write(
            "UPDATE <p>jobs SET lease_until = ? WHERE " + HELD,
            Times.end(now, time),
            id.value(),
            holder,
            Times.millis(now))
        > 0;
  }

  @Override
  public boolean postpone(JobId id, Instant dueAt) {
    return sql.write(
            SET_DUE + "id = ? AND " + FREE,
            Times.millis(dueAt),
            id.value(),
            Times.millis(sql.now()))
        > 0;
  }

  @Override
  public boolean startAnew(JobId id) {
    return sql.write("UPDATE <p>jobs SET attempts = 0 WHERE id = ?", id.value()) > 0;
  }

  @Override
  public int hurry(Owner owner, Set<String> kinds, Instant dueAt) {
    long millis = Times.millis(dueAt);
    Stream<Object> values = Stream.of(millis, owner.key(), millis, Times.millis(sql.now()));
    return sql.write(
        SET_DUE + "owner = ? AND due_at > ? AND " + FREE + " AND kind IN " + marks(kinds),
        Stream.concat(values, kinds.stream()).toArray());
  }

  @Override
  public boolean retry(JobId id, String holder, Instant dueAt, String failure) {
    return sql.write(
            "UPDATE <p>jobs SET due_at = ?, last_failure = ?, lease_holder = NULL, lease_until = NULL"
                + (" WHERE " + HELD),
            Times.millis(dueAt),
            failure,
            id.value(),
            holder,
            Times.millis(sql.now()))
        > 0;
  }

  @Override
  public boolean complete(JobId id, String holder) {
    return sql.write(
            "DELETE FROM <p>jobs WHERE " + HELD, id.value(), holder, Times.millis(sql.now()))
        > 0;
  }

  @Override
  public boolean cancel(JobId id) {
    return sql.write("DELETE FROM <p>jobs WHERE id = ?", id.value()) > 0;
  }

  @Override
  public int cancelAll(Owner owner, Set<String> kinds) {
    return sql.write(
        "DELETE FROM <p>jobs WHERE owner = ? AND kind IN " + marks(kinds),
        Stream.concat(Stream.of(owner.key()), kinds.stream()).toArray());
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
