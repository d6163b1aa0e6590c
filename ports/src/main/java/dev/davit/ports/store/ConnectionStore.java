package dev.davit.ports.store;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections, asked for by owner but in one place: another owner's is not there. */
public interface ConnectionStore {
  Optional<Connection> find(Owner owner, ConnectionId id);

  Optional<Connection> findBySubject(Owner owner, ProviderId provider, String subject);

  /**
   * The connections of an account, whosever they are and in no order: the one question that crosses
   * owners. It is asked so that nothing is revoked which another connection uses; no answer to a
   * user may tell of it.
   */
  List<Connection> listBySubject(ProviderId provider, String subject);

  /** All of an owner's, oldest first, then by id. */
  List<Connection> list(Owner owner);

  /**
   * Adds one.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if the owner
   *     has that account connected already
   */
  void insert(Connection connection);

  /** Renames it and, with it, what the provider calls the account. False if it is not there. */
  boolean rename(Owner owner, ConnectionId id, String displayName, String accountLabel);

  /**
   * Sets the status, unless it is DISCONNECTING, from which only {@link #reconsider} leads back.
   * False if nothing was set.
   */
  boolean setStatus(
      Owner owner, ConnectionId id, Connection.Status status, @Nullable String reason);

  /**
   * Sets the status of one that is DISCONNECTING: how it is to be taken down from now on, or that
   * it is not after all. For whoever takes it down. False if nothing was set.
   */
  boolean reconsider(Owner owner, ConnectionId id, Connection.Status status, String reason);

  /** Raises the listing epoch by one. False if it is not there. */
  boolean raiseEpoch(Owner owner, ConnectionId id);

  /** Notes when it was last used. False if it is not there. */
  boolean touch(Owner owner, ConnectionId id, Instant at);

  /** Removes the row, and with it its credential. False if it is not there. */
  boolean delete(Owner owner, ConnectionId id);
}
