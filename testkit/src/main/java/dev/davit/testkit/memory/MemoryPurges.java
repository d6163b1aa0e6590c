package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.PurgeStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record MemoryPurges(Table<JobId, Purge> rows) implements PurgeStore {
  @Override
  public Optional<Purge> find(JobId id) {
    return rows.find(id);
  }

  @Override
  public Optional<Purge> find(Owner owner) {
    return rows.all().filter(purge -> purge.owner().equals(owner)).findFirst();
  }

  @Override
  public List<Purge> list(@Nullable JobId after, int limit) {
    return rows.all()
        .filter(purge -> after == null || purge.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(purge -> purge.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public void insert(Purge purge) {
    if (find(purge.owner()).isPresent() || !rows.add(purge.id(), purge)) {
      throw new CloudException(ErrorKind.CONFLICT, "This owner is being purged already.");
    }
  }

  @Override
  public boolean update(Purge purge) {
    return rows.update(
        purge.id(), before -> before.state() == Purge.State.RUNNING, before -> purge);
  }

  @Override
  public int deleteFinished(Instant before, int limit) {
    List<JobId> doomed =
        rows.all()
            .filter(purge -> isBefore(purge.finishedAt(), before))
            .map(Purge::id)
            .limit(limit)
            .toList();
    rows.removeAll(doomed);
    return doomed.size();
  }

  private static boolean isBefore(@Nullable Instant end, Instant before) {
    return end != null && end.isBefore(before);
  }
}
