package dev.davit.testkit.memory;

import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A connection on its way to another state. */
final class Change {
  private final Connection before;
  private String displayName;
  private String accountLabel;
  private Connection.Status status;
  private @Nullable String reason;
  private long epoch;
  private @Nullable Instant lastUsedAt;

  private Change(Connection before) {
    this.before = before;
    displayName = before.displayName();
    accountLabel = before.accountLabel();
    status = before.status();
    reason = before.statusReason();
    epoch = before.listingEpoch();
    lastUsedAt = before.lastUsedAt();
  }

  static Change from(Connection before) {
    return new Change(before);
  }

  /** Whether a connection is this owner's. */
  static Predicate<Connection> of(Owner owner) {
    return row -> row.owner().equals(owner);
  }

  Change name(String newName, String newLabel) {
    displayName = newName;
    accountLabel = newLabel;
    return this;
  }

  Change status(Connection.Status newStatus, @Nullable String newReason) {
    status = newStatus;
    reason = newReason;
    return this;
  }

  Change epoch(long newEpoch) {
    epoch = newEpoch;
    return this;
  }

  Change lastUsedAt(Instant at) {
    lastUsedAt = at;
    return this;
  }

  Connection row() {
    return new Connection(
        before.id(),
        before.owner(),
        before.provider(),
        displayName,
        accountLabel,
        before.subject(),
        status,
        reason,
        epoch,
        before.createdAt(),
        lastUsedAt);
  }
}
