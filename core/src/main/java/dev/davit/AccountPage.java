package dev.davit;

import dev.davit.ports.store.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the built-in accounts.
 *
 * @param accounts in the order of their ids
 * @param next what to pass as {@code after} for the next page; null on the last one
 */
public record AccountPage(List<Account> accounts, @Nullable String next) {
  public AccountPage {
    accounts = List.copyOf(accounts);
  }
}
