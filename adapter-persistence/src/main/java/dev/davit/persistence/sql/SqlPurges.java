package dev.davit.persistence.sql;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.PurgeStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Purges in rows. */
record SqlPurges(Sql sql) implements PurgeStore {
  private static final String COLUMNS =
      "id, owner, state, lasting, requested_at, deadline, finished_at, providers, connections,"
          + " documents_deleted, documents_unreachable, grants_left, failure";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM <p>purges ";

  @Override
  public Optional<Purge> find(JobId id) {
    return sql.one(SELECT + "WHERE id = ?", SqlPurges::map, id.value());
  }

  @Override
  public Optional<Purge> find(Owner owner) {
    return sql.one(SELECT + "WHERE owner = ?", SqlPurges::map, owner.key());
  }

  @Override
  public List<Purge> list(@Nullable JobId after, int limit) {
    String from = after == null ? "" : after.value(); // no id is empty
    return sql.list(SELECT + "WHERE id > ? ORDER BY id LIMIT ?", SqlPurges::map, from, limit);
  }

  @Override
  public void insert(Purge purge) {
    sql.insert(
        "INSERT INTO <p>purges ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        purge.id().value(),
        purge.owner().key(),
        purge.state().name(),
        purge.lasting() ? 1 : 0,
        Times.millis(purge.requestedAt()),
        Times.millis(purge.deadline()),
        Times.millisOrNull(purge.finishedAt()),
        purge.providers(),
        purge.connections(),
        purge.documentsDeleted(),
        purge.documentsUnreachable(),
        purge.grantsLeft(),
        purge.failure());
  }

  @Override
  public boolean update(Purge purge) {
    return sql.write(
            """
            UPDATE <p>purges SET state = ?, lasting = ?, finished_at = ?, providers = ?, connections = ?,
                documents_deleted = ?, documents_unreachable = ?, grants_left = ?, failure = ?
            WHERE id = ? AND state = 'RUNNING'
            """,
            purge.state().name(),
            purge.lasting() ? 1 : 0,
            Times.millisOrNull(purge.finishedAt()),
            purge.providers(),
            purge.connections(),
            purge.documentsDeleted(),
            purge.documentsUnreachable(),
            purge.grantsLeft(),
            purge.failure(),
            purge.id().value())
        > 0;
  }

  @Override
  public int deleteFinished(Instant before, int limit) {
    return sql.write(
        """
        DELETE FROM <p>purges WHERE id IN
            (SELECT id FROM <p>purges WHERE finished_at < ? ORDER BY finished_at LIMIT ?)
        """,
        Times.millis(before),
        limit);
  }

  private static Purge map(Row row) throws SQLException {
    return new Purge(
        new JobId(row.text("id")),
        row.owner("owner"),
        Purge.State.valueOf(row.text("state")),
        row.number("lasting") != 0,
        row.time("requested_at"),
        row.time("deadline"),
        row.timeOrNull("finished_at"),
        row.text("providers"),
        row.number("connections"),
        row.number("documents_deleted"),
        row.number("documents_unreachable"),
        row.number("grants_left"),
        row.textOrNull("failure"));
  }
}
