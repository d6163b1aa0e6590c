package dev.davit.persistence.sql;

import dev.davit.ports.ProviderId;
import dev.davit.ports.store.RevocationStore;
import java.time.Instant;
import java.util.Optional;

/** Revocations in rows. */
record SqlRevocations(Sql sql) implements RevocationStore {
  @Override
  public Optional<Instant> until(ProviderId provider, String subjectHash) {
    return sql.one(
        "SELECT until FROM <p>revocations WHERE provider = ? AND subject_hash = ?",
        row -> row.time("until"),
        provider.value(),
        subjectHash);
  }

  @Override
  public void put(ProviderId provider, String subjectHash, Instant until) {
    int unused =
        sql.write(
            """
            INSERT INTO <p>revocations (provider, subject_hash, until) VALUES (?, ?, ?)
            ON CONFLICT (provider, subject_hash) DO UPDATE SET until = excluded.until
            """,
            provider.value(),
            subjectHash,
            Times.millis(until));
  }

  @Override
  public int deleteOver(Instant before, int limit) {
    return sql.write(
        """
        DELETE FROM <p>revocations WHERE (provider, subject_hash) IN
            (SELECT provider, subject_hash FROM <p>revocations WHERE until < ?
            ORDER BY until LIMIT ?)
        """,
        Times.millis(before),
        limit);
  }
}
