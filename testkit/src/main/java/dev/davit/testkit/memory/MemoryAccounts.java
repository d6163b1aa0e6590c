package dev.davit.testkit.memory;

import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AccountStore;
import dev.davit.testkit.memory.Tables.AccountRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record MemoryAccounts(Table<AccountId, AccountRow> rows) implements AccountStore {
  @Override
  public Optional<Account> find(AccountId id) {
    return rows.find(id).map(AccountRow::account);
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    return rows.all()
        .map(AccountRow::account)
        .filter(account -> account.email().equals(email))
        .findFirst();
  }

  @Override
  public Optional<Secret> passwordHash(AccountId id) {
    return rows.find(id).map(AccountRow::passwordHash);
  }

  @Override
  public List<Account> list(@Nullable AccountId after, int limit) {
    return rows.all()
        .map(AccountRow::account)
        .filter(account -> after == null || account.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(account -> account.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Account.Role role) {
    return rows.all().filter(row -> row.account().role() == role).count();
  }

  @Override
  public void insert(Account account, Secret passwordHash) {
    if (findByEmail(account.email()).isPresent()
        || !rows.add(account.id(), new AccountRow(account, passwordHash))) {
      throw new CloudException(ErrorKind.CONFLICT, "There is an account of this email already.");
    }
  }

  @Override
  public boolean setPassword(AccountId id, Secret passwordHash) {
    return rows.update(id, row -> true, row -> new AccountRow(row.account(), passwordHash));
  }

  @Override
  public boolean delete(AccountId id) {
    return rows.remove(id);
  }
}
