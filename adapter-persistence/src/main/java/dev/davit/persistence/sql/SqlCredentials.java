package dev.davit.persistence.sql;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.CredentialStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sealed credentials in rows. */
record SqlCredentials(Sql sql) implements CredentialStore {
  @Override
  public Optional<Row> find(ConnectionId id) {
    return sql.one(
        """
        SELECT version, sealed, lease_holder, lease_until FROM <p>credentials WHERE connection = ?
        """,
        row ->
            new Row(
                row.number("version"),
                row.bytes("sealed"),
                row.textOrNull("lease_holder"),
                row.timeOrNull("lease_until")),
        id.value());
  }

  @Override
  public void insert(ConnectionId id, Bytes sealed) {
    sql.insert(
        """
        INSERT INTO <p>credentials (connection, version, sealed) VALUES (?, 1, ?)
        ON CONFLICT DO NOTHING
        """,
        id.value(),
        sealed.toArray());
  }

  @Override
  public boolean replace(ConnectionId id, long expectedVersion, Bytes sealed) {
    return sql.write(
            """
            UPDATE <p>credentials
            SET version = version + 1, sealed = ?, lease_holder = NULL, lease_until = NULL
            WHERE connection = ? AND version = ?
            """,
            sealed.toArray(),
            id.value(),
            expectedVersion)
        > 0;
  }

  @Override
  public boolean renew(ConnectionId id, long expectedVersion, String holder, Bytes sealed) {
    return sql.write(
            """
            UPDATE <p>credentials
            SET version = version + 1, sealed = ?, lease_holder = NULL, lease_until = NULL
            WHERE connection = ? AND version = ? AND lease_holder = ? AND lease_until > ?
            """,
            sealed.toArray(),
            id.value(),
            expectedVersion,
            holder,
            Times.millis(sql.now()))
        > 0;
  }

  @Override
  public boolean lease(ConnectionId id, long expectedVersion, String holder, Duration time) {
    Instant now = sql.now();
    return sql.write(
            """
            UPDATE <p>credentials SET lease_holder = ?, lease_until = ?
            WHERE connection = ? AND version = ?
                AND (lease_holder IS NULL OR lease_holder = ? OR lease_until <= ?)
            """,
            holder,
            Times.end(now, time),
            id.value(),
            expectedVersion,
            holder,
            Times.millis(now))
        > 0;
  }

  @Override
  public void release(ConnectionId id, String holder) {
    sql.write(
        """
        UPDATE <p>credentials SET lease_holder = NULL, lease_until = NULL
        WHERE connection = ? AND lease_holder = ?
        """,
        id.value(),
        holder);
  }

  @Override
  public boolean delete(ConnectionId id) {
    return sql.write("DELETE FROM <p>credentials WHERE connection = ?", id.value()) > 0;
  }
}
