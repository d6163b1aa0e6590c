package dev.davit;

import dev.davit.ports.store.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit log.
 *
 * @param items newest first
 * @param nextPageToken what to ask the next page with, for the same question and limit only; null
 *     on the last page
 */
public record AuditPage(List<AuditEntry> items, @Nullable String nextPageToken) {
  public AuditPage {
    items = List.copyOf(items);
  }
}
