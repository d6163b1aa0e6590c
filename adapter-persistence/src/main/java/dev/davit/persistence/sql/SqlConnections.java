package dev.davit.persistence.sql;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.ConnectionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections in rows. */
record SqlConnections(Sql sql) implements ConnectionStore {
  private static final String SELECT =
      """
      SELECT id, owner, provider, display_name, account_label, subject, status, status_reason,
          listing_epoch, created_at, last_used_at
      FROM <p>connections
      """;

  @Override
  public Optional<Connection> find(Owner owner, ConnectionId id) {
    return sql.one(
        SELECT + "WHERE id = ? AND owner = ?", SqlConnections::map, id.value(), owner.key());
  }

  @Override
  public Optional<Connection> findBySubject(Owner owner, ProviderId provider, String subject) {
    return sql.one(
        SELECT + "WHERE owner = ? AND provider = ? AND subject = ?",
        SqlConnections::map,
        owner.key(),
        provider.value(),
        subject);
  }

  @Override
  public List<Connection> listBySubject(ProviderId provider, String subject) {
    return sql.list(
        SELECT + "WHERE provider = ? AND subject = ?",
        SqlConnections::map,
        provider.value(),
        subject);
  }

  @Override
  public List<Connection> list(Owner owner) {
    return sql.list(
        SELECT + "WHERE owner = ? ORDER BY created_at, id", SqlConnections::map, owner.key());
  }

  @Override
  public void insert(Connection connection) {
    sql.insert(
        """
        INSERT INTO <p>connections (id, owner, provider, display_name, account_label, subject,
            status, status_reason, listing_epoch, created_at, last_used_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        connection.id().value(),
        connection.owner().key(),
        connection.provider().value(),
        connection.displayName(),
        connection.accountLabel(),
        connection.subject(),
        connection.status().name(),
        connection.statusReason(),
        connection.listingEpoch(),
        Times.millis(connection.createdAt()),
        Times.millisOrNull(connection.lastUsedAt()));
  }

  @Override
  public boolean rename(Owner owner, ConnectionId id, String displayName, String accountLabel) {
    return update("display_name = ?, account_label = ?", owner, id, displayName, accountLabel);
  }

  @Override
  public boolean setStatus(
      Owner owner, ConnectionId id, Connection.Status status, @Nullable String reason) {
    return setStatus(owner, id, status, reason, "status <> 'DISCONNECTING'");
  }

  @Override
  public boolean reconsider(Owner owner, ConnectionId id, Connection.Status status, String reason) {
    return setStatus(owner, id, status, reason, "status = 'DISCONNECTING'");
  }

  private boolean setStatus(
      Owner owner,
      ConnectionId id,
      Connection.Status status,
      @Nullable String reason,
      String condition) {
    return sql.write(
            """
            UPDATE <p>connections SET status = ?, status_reason = ?
            WHERE id = ? AND owner = ? AND\s"""
                + condition,
            status.name(),
            reason,
            id.value(),
            owner.key())
        > 0;
  }

  @Override
  public boolean raiseEpoch(Owner owner, ConnectionId id) {
    return update("listing_epoch = listing_epoch + 1", owner, id);
  }

  @Override
  public boolean touch(Owner owner, ConnectionId id, Instant at) {
    return update("last_used_at = ?", owner, id, Times.millis(at));
  }

  @Override
  public boolean delete(Owner owner, ConnectionId id) {
    return sql.write(
            "DELETE FROM <p>connections WHERE id = ? AND owner = ?", id.value(), owner.key())
        > 0;
  }

  private boolean update(String set, Owner owner, ConnectionId id, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length] = id.value();
    all[values.length + 1] = owner.key();
    return sql.write("UPDATE <p>connections SET " + set + " WHERE id = ? AND owner = ?", all) > 0;
  }

  private static Connection map(Row row) throws SQLException {
    return new Connection(
        new ConnectionId(row.text("id")),
        row.owner("owner"),
        new ProviderId(row.text("provider")),
        row.text("display_name"),
        row.text("account_label"),
        row.text("subject"),
        Connection.Status.valueOf(row.text("status")),
        row.textOrNull("status_reason"),
        row.number("listing_epoch"),
        row.time("created_at"),
        row.timeOrNull("last_used_at"));
  }
}
