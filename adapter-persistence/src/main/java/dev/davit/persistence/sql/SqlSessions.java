package dev.davit.persistence.sql;

import dev.davit.ports.AccountId;
import dev.davit.ports.store.SessionStore;
import java.time.Instant;
import java.util.Optional;

/** Log-ins in rows. */
record SqlSessions(Sql sql) implements SessionStore {
  @Override
  public Optional<Row> find(String id) {
    return sql.one(
        "SELECT id, account, expires_at FROM <p>sessions WHERE id = ?",
        row -> new Row(row.text("id"), new AccountId(row.text("account")), row.time("expires_at")),
        id);
  }

  @Override
  public void insert(Row row) {
    sql.insert(
        """
        INSERT INTO <p>sessions (id, account, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
        """,
        row.id(),
        row.account().value(),
        Times.millis(row.expiresAt()));
  }

  @Override
  public boolean delete(String id) {
    return sql.write("DELETE FROM <p>sessions WHERE id = ?", id) > 0;
  }

  @Override
  public int deleteAll(AccountId account) {
    return sql.write("DELETE FROM <p>sessions WHERE account = ?", account.value());
  }

  @Override
  public int deleteExpired(Instant before, int limit) {
    return sql.write(
        """
        DELETE FROM <p>sessions WHERE id IN
            (SELECT id FROM <p>sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
        """,
        Times.millis(before),
        limit);
  }
}
