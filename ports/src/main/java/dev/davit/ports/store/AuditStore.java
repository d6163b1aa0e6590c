package dev.davit.ports.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log: it only grows. */
public interface AuditStore {
  /**
   * The last entry; whoever asks in a writing transaction is the only one to append until it ends.
   */
  Optional<AuditEntry> last();

  /**
   * Appends.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if the
   *     sequence is not the next one
   */
  void append(AuditEntry entry);

  /**
   * Entries in order, those after the given sequence number; at most {@code limit}.
   *
   * @param after {@link Long#MIN_VALUE} for all there are, whatever their numbers
   * @param ownerKey only those of this {@link dev.davit.ports.Owner#key()}; null for all
   */
  List<AuditEntry> list(@Nullable String ownerKey, long after, int limit);

  /**
   * Such entries, newest first; at most {@code limit}.
   *
   * @param before only those before this sequence number; null for the newest
   */
  List<AuditEntry> find(AuditFilter such, @Nullable Long before, int limit);

  /**
   * Erases the personal part of such entries, at most {@code limit}, and says how many there were.
   * Those that are erased already don't count.
   */
  int erase(AuditFilter such, int limit);
}
