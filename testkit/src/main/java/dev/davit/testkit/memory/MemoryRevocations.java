package dev.davit.testkit.memory;

import dev.davit.ports.ProviderId;
import dev.davit.ports.store.RevocationStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

record MemoryRevocations(Table<Key, Instant> rows) implements RevocationStore {
  @Override
  public Optional<Instant> until(ProviderId provider, String subjectHash) {
    return rows.find(new Key(provider, subjectHash));
  }

  @Override
  public void put(ProviderId provider, String subjectHash, Instant until) {
    rows.put(new Key(provider, subjectHash), until.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public int deleteOver(Instant before, int limit) {
    List<Key> doomed =
        rows.keys()
            .filter(key -> rows.find(key).orElse(Instant.MAX).isBefore(before))
            .limit(limit)
            .toList();
    rows.removeAll(doomed);
    return doomed.size();
  }

  /** Which account. */
  record Key(ProviderId provider, String subjectHash) {}
}
