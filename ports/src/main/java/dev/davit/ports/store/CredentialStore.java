package dev.davit.ports.store;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sealed credentials, one for each connection. */
public interface CredentialStore {
  Optional<Row> find(ConnectionId id);

  /** Adds the first credential of a connection, with version 1. */
  void insert(ConnectionId id, Bytes sealed);

  /**
   * Replaces the credential and raises its version by one, if it still has the expected one; a
   * lease on it ends. Compare and set: false, and nothing changed, if somebody was faster.
   */
  boolean replace(ConnectionId id, long expectedVersion, Bytes sealed);

  /**
   * Replaces the credential as {@link #replace} does, for whoever refreshes it: only if the holder
   * has the right to, still, by the database's clock. False, and nothing changed, if it ran out,
   * whether or not somebody else has it by now.
   */
  boolean renew(ConnectionId id, long expectedVersion, String holder, Bytes sealed);

  /**
   * Takes the right to refresh for a while, if the version is still the expected one and nobody
   * else holds it, by the database's clock.
   */
  boolean lease(ConnectionId id, long expectedVersion, String holder, Duration time);

  /** Gives the right to refresh back; nothing happens if the holder has it no more. */
  void release(ConnectionId id, String holder);

  /** Removes it. False if it is not there. */
  boolean delete(ConnectionId id);

  /**
   * A credential as it is stored.
   *
   * @param version 1 for the first, one more with each replacement
   * @param sealed the ciphertext
   * @param leaseHolder who refreshes it, if anybody
   * @param leaseUntil until when, by the database's clock
   */
  record Row(
      long version, Bytes sealed, @Nullable String leaseHolder, @Nullable Instant leaseUntil) {}
}
