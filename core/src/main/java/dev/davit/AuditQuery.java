package dev.davit;

import dev.davit.ports.OwnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are asked for: those to which all that is given applies.
 *
 * @param owner only this owner's, as long as they are not erased; null for all
 * @param action only this action, or, where it ends in a dot, those that begin so; null for all
 * @param outcome only this outcome; null for all
 * @param from not before this time; null for the beginning
 * @param to before this time; null for no end
 */
public record AuditQuery(
    @Nullable OwnerId owner,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable Instant from,
    @Nullable Instant to) {
  /** All entries. */
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null);
}
