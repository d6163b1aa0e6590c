package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.AuditStore;
import java.time.Instant;
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

  @Override
  public List<AuditEntry> find(AuditFilter such, @Nullable Long before, int limit) {
    return rows.all()
        .filter(entry -> before == null || entry.sequence() < before)
        .filter(entry -> is(such, entry))
        .sorted(Comparator.comparing(AuditEntry::sequence).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public int erase(AuditFilter such, int limit) {
    List<AuditEntry> doomed =
        rows.all()
            .filter(entry -> entry.personal() != null && is(such, entry))
            .sorted(Comparator.comparing(AuditEntry::sequence))
            .limit(limit)
            .toList();
    rows.putAll(doomed.stream().map(MemoryAudit::erased).toList(), AuditEntry::sequence);
    return doomed.size();
  }

  private static boolean is(AuditFilter such, AuditEntry entry) {
    String owner = such.ownerKey();
    String outcome = such.outcome();
    Instant from = such.from();
    Instant until = such.until();
    return (owner == null || isOf(owner, entry.personal()))
        && isAction(such.action(), entry.action())
        && (outcome == null || outcome.equals(entry.outcome()))
        && (from == null || !entry.at().isBefore(from))
        && (until == null || entry.at().isBefore(until));
  }

  private static boolean isAction(@Nullable String such, String action) {
    return such == null || (such.endsWith(".") ? action.startsWith(such) : action.equals(such));
  }

  private static AuditEntry erased(AuditEntry entry) {
    return new AuditEntry(
        entry.sequence(),
        entry.at(),
        entry.action(),
        entry.outcome(),
        null,
        entry.personalDigest(),
        entry.previous(),
        entry.hash());
  }

  private static boolean isOf(String ownerKey, AuditEntry.@Nullable Personal personal) {
    return personal != null && personal.owner().equals(ownerKey);
  }
}
