package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record MemoryAudit(Table<Long, AuditEntry> rows) implements AuditStore {
  @Override
  public Optional<AuditEntry> last() {
    return rows.all().max(Comparator.comparing(AuditEntry::sequence));
  }

  @Override
  public void append(AuditEntry entry) {
    long next = last().map(AuditEntry::sequence).orElse(0L) + 1;
    if (entry.sequence() != next || !rows.add(next, entry)) {
      throw new CloudException(ErrorKind.CONFLICT, "The audit log goes on at another number.");
    }
  }

  @Override
  public List<AuditEntry> list(@Nullable String ownerKey, long after, int limit) {
    return rows.all()
        .filter(entry -> entry.sequence() > after)
        .filter(entry -> ownerKey == null || isOf(ownerKey, entry.personal()))
        .sorted(Comparator.comparing(AuditEntry::sequence))
        .limit(limit)
        .toList();
  }

  private static boolean isOf(String ownerKey, AuditEntry.@Nullable Personal personal) {
    return personal != null && personal.owner().equals(ownerKey);
  }
}
