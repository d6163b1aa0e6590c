package dev.davit.ports.store;

import dev.davit.ports.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is logged in. Cookies and bearer tokens both stand for a row here, so that ending the row
 * ends them.
 */
public interface SessionStore {
  Optional<Row> find(String id);

  void insert(Row row);

  /** Ends one. False if it is not there. */
  boolean delete(String id);

  /** Ends all of an account and says how many there were. */
  int deleteAll(AccountId account);

  /** Removes those that ended before, at most {@code limit}, and says how many. */
  int deleteExpired(Instant before, int limit);

  /**
   * A log-in as it is stored.
   *
   * @param id a hash of what the client holds, never the thing itself
   * @param account whose
   * @param expiresAt when it ends by itself
   */
  record Row(String id, AccountId account, Instant expiresAt) {}
}
