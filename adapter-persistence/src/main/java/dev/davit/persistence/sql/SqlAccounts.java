package dev.davit.persistence.sql;

import dev.davit.ports.AccountId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AccountStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Built-in accounts in rows. */
record SqlAccounts(Sql sql) implements AccountStore {
  private static final String SELECT = "SELECT id, email, role, created_at FROM <p>accounts ";

  @Override
  public Optional<Account> find(AccountId id) {
    return sql.one(SELECT + "WHERE id = ?", SqlAccounts::map, id.value());
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    return sql.one(SELECT + "WHERE email = ?", SqlAccounts::map, email);
  }

  @Override
  public Optional<Secret> passwordHash(AccountId id) {
    return sql.one(
        "SELECT password_hash FROM <p>accounts WHERE id = ?",
        row -> new Secret(row.text("password_hash")),
        id.value());
  }

  @Override
  public List<Account> list(@Nullable AccountId after, int limit) {
    String from = after == null ? "" : after.value(); // no id is empty
    return sql.list(SELECT + "WHERE id > ? ORDER BY id LIMIT ?", SqlAccounts::map, from, limit);
  }

  @Override
  public long count(Account.Role role) {
    return sql.one(
            "SELECT COUNT(*) AS n FROM <p>accounts WHERE role = ?",
            row -> row.number("n"),
            role.name())
        .orElse(0L);
  }

  @Override
  public void insert(Account account, Secret passwordHash) {
    sql.insert(
        """
        INSERT INTO <p>accounts (id, email, role, password_hash, created_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        account.id().value(),
        account.email(),
        account.role().name(),
        passwordHash.reveal(),
        Times.millis(account.createdAt()));
  }

  @Override
  public boolean setPassword(AccountId id, Secret passwordHash) {
    return sql.write(
            "UPDATE <p>accounts SET password_hash = ? WHERE id = ?",
            passwordHash.reveal(),
            id.value())
        > 0;
  }

  @Override
  public boolean delete(AccountId id) {
    return sql.write("DELETE FROM <p>accounts WHERE id = ?", id.value()) > 0;
  }

  private static Account map(Row row) throws SQLException {
    return new Account(
        new AccountId(row.text("id")),
        row.text("email"),
        Account.Role.valueOf(row.text("role")),
        row.time("created_at"));
  }
}
