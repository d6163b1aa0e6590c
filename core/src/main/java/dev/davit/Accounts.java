package dev.davit;

import dev.davit.ports.AccountId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Built-in accounts, for applications that have none of their own. An account's id is its owner id.
 * Passwords have 8 to 200 characters; emails are compared in lower case.
 */
public final class Accounts {
  Accounts() {}

  /**
   * Makes an account that has storage.
   *
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST} naming the field that is at
   *     fault; {@code CONFLICT} if the email is taken; {@code RATE_LIMITED}
   */
  public Account register(String email, Secret password) {
    return add(email, password, Account.Role.USER);
  }

  /** Makes an account of any role; fails as {@link #register} does. */
  public Account add(String email, Secret password, Account.Role role) {
    return Pending.body();
  }

  /**
   * Logs in. Tries are limited for each email and each address, and take as long for an unknown
   * email as for a known one.
   *
   * @param address where the try comes from, such as an IP address
   * @throws dev.davit.ports.CloudException {@code UNAUTHENTICATED} for a wrong email or password,
   *     which can't be told apart; {@code RATE_LIMITED} with the delay
   */
  public Login login(String email, Secret password, String address) {
    return Pending.body();
  }

  /** The session of this token; {@code UNAUTHENTICATED} if there is none or it has ended. */
  public Session session(Secret token) {
    return Pending.body();
  }

  /** The session of this id; {@code UNAUTHENTICATED} if there is none or it has ended. */
  public Session sessionById(String id) {
    return Pending.body();
  }

  /** Ends a session; ended already is done. */
  public void logout(String sessionId) {
    Pending.body();
  }

  /**
   * Sets another password and ends all sessions of the account.
   *
   * @return a new session in place of the one given
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST} naming {@code old_password} if
   *     it is wrong, or {@code new_password} if it can't be one; {@code UNAUTHENTICATED} if the
   *     session has ended; {@code RATE_LIMITED}
   */
  public Login changePassword(Session session, Secret old, Secret fresh) {
    return Pending.body();
  }

  /** One account; {@code NOT_FOUND} if there is none of that id. */
  public Account get(AccountId id) {
    return Pending.body();
  }

  /**
   * One page of all accounts, in the order of their ids.
   *
   * @param limit how many at most, 1 to 1,000
   * @param after from the page before; null for the first
   */
  public AccountPage list(int limit, @Nullable String after) {
    return Pending.body();
  }

  /**
   * A log-in that succeeded.
   *
   * @param session what it began
   * @param token what stands for the session; shown to the client once and kept nowhere here
   */
  public record Login(Session session, Secret token) {}

  /**
   * Somebody who is logged in.
   *
   * @param id a hash of the token; of no use to log in with
   * @param account who
   * @param expiresAt when it ends by itself
   */
  public record Session(String id, Account account, Instant expiresAt) {}
}
