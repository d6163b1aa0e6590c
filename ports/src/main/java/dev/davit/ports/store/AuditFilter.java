package dev.davit.ports.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are meant: those to which all that is given applies.
 *
 * @param ownerKey only those of this {@link dev.davit.ports.Owner#key()}, and not erased; null for
 *     all
 * @param action only this action, or, where it ends in a dot, those that begin so; null for all
 * @param outcome only this outcome; null for all
 * @param from not before this time; null for the beginning
 * @param until before this time; null for no end
 */
public record AuditFilter(
    @Nullable String ownerKey,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable Instant from,
    @Nullable Instant until) {
  /** All entries. */
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
