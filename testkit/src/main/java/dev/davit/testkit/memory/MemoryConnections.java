package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.ConnectionStore;
import dev.davit.ports.store.CredentialStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record MemoryConnections(
    Table<ConnectionId, Connection> rows, Table<ConnectionId, CredentialStore.Row> credentials)
    implements ConnectionStore {
  @Override
  public Optional<Connection> find(Owner owner, ConnectionId id) {
    return rows.find(id).filter(row -> row.owner().equals(owner));
  }

  @Override
  public Optional<Connection> findBySubject(Owner owner, ProviderId provider, String subject) {
    return rows.all()
        .filter(row -> row.owner().equals(owner))
        .filter(row -> row.provider().equals(provider) && row.subject().equals(subject))
        .findFirst();
  }

  @Override
  public List<Connection> listBySubject(ProviderId provider, String subject) {
    return rows.all()
        .filter(row -> row.provider().equals(provider) && row.subject().equals(subject))
        .toList();
  }

  @Override
  public List<Connection> list(Owner owner) {
    return rows.all()
        .filter(row -> row.owner().equals(owner))
        .sorted(Comparator.comparing(Connection::createdAt).thenComparing(row -> row.id().value()))
        .toList();
  }

  @Override
  public void insert(Connection connection) {
    boolean known =
        findBySubject(connection.owner(), connection.provider(), connection.subject()).isPresent();
    if (known || !rows.add(connection.id(), connection)) {
      throw new CloudException(ErrorKind.CONFLICT, "This account is connected already.");
    }
  }

  @Override
  public boolean rename(Owner owner, ConnectionId id, String displayName, String accountLabel) {
    return rows.update(
        id, Change.of(owner), row -> Change.from(row).name(displayName, accountLabel).row());
  }

  @Override
  public boolean setStatus(Owner owner, ConnectionId id, Status status, @Nullable String reason) {
    return rows.update(
        id,
        Change.of(owner).and(row -> row.status() != Status.DISCONNECTING),
        row -> Change.from(row).status(status, reason).row());
  }

  @Override
  public boolean reconsider(Owner owner, ConnectionId id, Status status, String reason) {
    return rows.update(
        id,
        Change.of(owner).and(row -> row.status() == Status.DISCONNECTING),
        row -> Change.from(row).status(status, reason).row());
  }

  @Override
  public boolean raiseEpoch(Owner owner, ConnectionId id) {
    return rows.update(
        id, Change.of(owner), row -> Change.from(row).epoch(row.listingEpoch() + 1).row());
  }

  @Override
  public boolean touch(Owner owner, ConnectionId id, Instant at) {
    return rows.update(id, Change.of(owner), row -> Change.from(row).lastUsedAt(at).row());
  }

  @Override
  public boolean delete(Owner owner, ConnectionId id) {
    boolean removed = rows.remove(id, Change.of(owner));
    if (removed) {
      credentials.remove(id);
    }
    return removed;
  }
}
