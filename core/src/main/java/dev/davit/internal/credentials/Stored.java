package dev.davit.internal.credentials;

import dev.davit.internal.owners.ActiveOwner;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.CredentialStore;
import java.time.Instant;

/**
 * A sealed credential as it was when it was looked up, with what it belongs to.
 *
 * @param owner whose
 * @param connection of which connection
 * @param row the credential
 * @param asOf the database's time of that moment
 */
record Stored(ActiveOwner owner, Connection connection, CredentialStore.Row row, Instant asOf) {
  long version() {
    return row.version();
  }

  /** Whether somebody was refreshing it. */
  boolean isLeased() {
    Instant until = row.leaseUntil();
    return until != null && asOf.isBefore(until);
  }

  /** Whether it was this holder who was refreshing it, and in time. */
  boolean isLeasedBy(String holder) {
    return isLeased() && holder.equals(row.leaseHolder());
  }
}
