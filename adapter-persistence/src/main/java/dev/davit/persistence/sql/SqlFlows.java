package dev.davit.persistence.sql;

import dev.davit.ports.Bytes;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Pending connects in rows. Each put clears away a few that have expired. */
record SqlFlows(Transactions transactions) implements Flows {
  private static final int CLEARED = 20;

  @Override
  public void put(String key, Flow flow, Duration lifetime) {
    check(lifetime);
    transactions.writing(
        sql -> {
          clear(sql);
          return insert(sql, key, flow, lifetime);
        });
  }

  @Override
  public Optional<Flow> take(String key) {
    return transactions.writing(
        sql -> {
          Instant now = sql.now();
          return sql
              .returning(
                  "DELETE FROM <p>flows WHERE id = ? RETURNING sealed, expires_at",
                  row -> new Taken(row.bytes("sealed"), row.time("expires_at")),
                  key)
              .stream()
              .filter(taken -> taken.expiresAt().isAfter(now))
              .map(taken -> new Flow(taken.sealed()))
              .findFirst();
        });
  }

  @Override
  public Optional<Flow> find(String key) {
    return transactions.reading(
        sql ->
            sql.one(
                "SELECT sealed FROM <p>flows WHERE id = ? AND expires_at > ?",
                row -> new Flow(row.bytes("sealed")),
                key,
                Times.millis(sql.now())));
  }

  @Override
  public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
    check(lifetime);
    return transactions.<Boolean>writing(
        sql ->
            sql.write(
                    """
                    UPDATE <p>flows SET sealed = ?, expires_at = ?
                    WHERE id = ? AND sealed = ? AND expires_at > ?
                    """,
                    next.sealed().toArray(),
                    Times.end(sql.now(), lifetime),
                    key,
                    old.sealed().toArray(),
                    Times.millis(sql.now()))
                > 0);
  }

  private static void check(Duration lifetime) {
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("a flow lives longer than no time");
    }
  }

  private static int clear(Sql sql) {
    return sql.write(
        """
        DELETE FROM <p>flows WHERE id IN
            (SELECT id FROM <p>flows WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
        """,
        Times.millis(sql.now()),
        CLEARED);
  }

  private static boolean insert(Sql sql, String key, Flow flow, Duration lifetime) {
    sql.insert(
        "INSERT INTO <p>flows (id, sealed, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        key,
        flow.sealed().toArray(),
        Times.end(sql.now(), lifetime));
    return true;
  }

  private record Taken(Bytes sealed, Instant expiresAt) {}
}
