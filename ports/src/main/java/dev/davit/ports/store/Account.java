package dev.davit.ports.store;

import dev.davit.ports.AccountId;
import java.time.Instant;

/**
 * A built-in account. Never its password, not even hashed.
 *
 * @param id minted by Davit; the account's owner id is the same text
 * @param email in lower case, unique
 * @param role what it may do
 * @param createdAt when it was registered
 */
public record Account(AccountId id, String email, Role role, Instant createdAt) {
  /** What an account may do: each role only its own. */
  public enum Role {
    /** Has storage. */
    USER,
    /** Looks after users, and has no storage. */
    ADMIN
  }
}
