package dev.davit.testkit.memory;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.CredentialStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

record MemoryCredentials(Table<ConnectionId, CredentialStore.Row> rows, InstantSource clock)
    implements CredentialStore {
  @Override
  public Optional<Row> find(ConnectionId id) {
    return rows.find(id);
  }

  @Override
  public void insert(ConnectionId id, Bytes sealed) {
    if (!rows.add(id, new Row(1, sealed, null, null))) {
      throw new IllegalStateException("this connection has a credential already: replace it");
    }
  }

  @Override
  public boolean replace(ConnectionId id, long expectedVersion, Bytes sealed) {
    return rows.update(
        id,
        row -> row.version() == expectedVersion,
        row -> new Row(row.version() + 1, sealed, null, null));
  }

  @Override
  public boolean renew(ConnectionId id, long expectedVersion, String holder, Bytes sealed) {
    Instant now = clock.instant();
    return rows.update(
        id,
        row -> row.version() == expectedVersion && isHeld(row, holder, now),
        row -> new Row(row.version() + 1, sealed, null, null));
  }

  @Override
  public boolean lease(ConnectionId id, long expectedVersion, String holder, Duration time) {
    Instant now = clock.instant();
    return rows.update(
        id,
        row -> row.version() == expectedVersion && isFree(row, holder, now),
        row -> new Row(row.version(), row.sealed(), holder, now.plus(time)));
  }

  @Override
  public void release(ConnectionId id, String holder) {
    rows.update(
        id,
        row -> holder.equals(row.leaseHolder()),
        row -> new Row(row.version(), row.sealed(), null, null));
  }

  @Override
  public boolean delete(ConnectionId id) {
    return rows.remove(id);
  }

  private static boolean isHeld(Row row, String holder, Instant now) {
    Instant until = row.leaseUntil();
    return holder.equals(row.leaseHolder()) && until != null && now.isBefore(until);
  }

  private static boolean isFree(Row row, String holder, Instant now) {
    Instant until = row.leaseUntil();
    return until == null || !now.isBefore(until) || holder.equals(row.leaseHolder());
  }
}
