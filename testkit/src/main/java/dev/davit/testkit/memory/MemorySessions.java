package dev.davit.testkit.memory;

import dev.davit.ports.AccountId;
import dev.davit.ports.store.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemorySessions(Table<String, SessionStore.Row> rows) implements SessionStore {
  @Override
  public Optional<Row> find(String id) {
    return rows.find(id);
  }

  @Override
  public void insert(Row row) {
    if (!rows.add(row.id(), row)) {
      throw new IllegalStateException("there is a session of this id already");
    }
  }

  @Override
  public boolean delete(String id) {
    return rows.remove(id);
  }

  @Override
  public int deleteAll(AccountId account) {
    return deleteAll(rows.all().filter(row -> row.account().equals(account)));
  }

  @Override
  public int deleteExpired(Instant before, int limit) {
    return deleteAll(rows.all().filter(row -> row.expiresAt().isBefore(before)).limit(limit));
  }

  private int deleteAll(Stream<Row> such) {
    List<Row> doomed = such.toList();
    rows.removeAll(doomed.stream().map(Row::id).toList());
    return doomed.size();
  }
}
