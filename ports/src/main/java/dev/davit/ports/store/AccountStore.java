package dev.davit.ports.store;

import dev.davit.ports.AccountId;
import dev.davit.ports.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in accounts. */
public interface AccountStore {
  Optional<Account> find(AccountId id);

  Optional<Account> findByEmail(String email);

  /** The hash of the account's password, as {@link dev.davit.ports.PasswordHasher} made it. */
  Optional<Secret> passwordHash(AccountId id);

  /**
   * Accounts in the order of their ids (as ASCII orders them), those after the given one; at most
   * {@code limit}.
   */
  List<Account> list(@Nullable AccountId after, int limit);

  /** How many accounts have this role. */
  long count(Account.Role role);

  /**
   * Adds an account.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if the email
   *     is taken
   */
  void insert(Account account, Secret passwordHash);

  /** Sets another password. False if the account is not there. */
  boolean setPassword(AccountId id, Secret passwordHash);

  /**
   * Removes the account. False if it is not there. Its sessions are removed by whoever does this.
   */
  boolean delete(AccountId id);
}
