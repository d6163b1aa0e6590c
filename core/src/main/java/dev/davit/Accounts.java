package dev.davit;

import dev.davit.internal.accounts.Emails;
import dev.davit.internal.accounts.LoginLimits;
import dev.davit.internal.accounts.Passwords;
import dev.davit.internal.accounts.SessionTokens;
import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.input.Problems;
import dev.davit.internal.purge.PurgeStart;
import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.SessionStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Built-in accounts, for applications that have none of their own. An account's id is its owner id.
 * Passwords have 8 to 200 characters; emails are compared in lower case.
 */
public final class Accounts {
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final int EXPIRED_AT_ONCE = 100;

  private final Stores stores;
  private final AuditLog audit;
  private final IdSource ids;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final SessionTokens tokens;
  private final PurgeStart purges;

  Accounts(
      Stores stores,
      AuditLog audit,
      IdSource ids,
      PasswordHasher hasher,
      RateLimiter limiter,
      PurgeStart purges) {
    this.stores = stores;
    this.audit = audit;
    this.ids = ids;
    this.passwords = new Passwords(hasher, ids);
    this.limits = new LoginLimits(limiter);
    this.tokens = new SessionTokens(ids);
    this.purges = purges;
  }

  /**
   * Makes an account that has storage.
   *
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST} naming the field that is at
   *     fault; {@code CONFLICT} if the email is taken; {@code RATE_LIMITED}
   */
  public Account register(String email, Secret password) {
    return add(email, password, Account.Role.USER, "account.registered", null);
  }

  /** Makes an account of any role, for the operator; fails as {@link #register} does. */
  public Account add(String email, Secret password, Account.Role role) {
    return add(email, password, role, "account.added", Actor.OPERATOR);
  }

  private Account add(
      String email, Secret password, Account.Role role, String action, @Nullable Actor by) {
    String address = Emails.check(email);
    Secret hash = passwords.hash(password, "password");
    return stores.inTransaction(
        tx -> {
          Account account = new Account(new AccountId(ids.next()), address, role, tx.now());
          tx.accounts().insert(account, hash);
          Actor actor = by == null ? new Actor(account.id().value(), "") : by;
          tell(tx, account, action, actor, role.name());
          return account;
        });
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
    String known = Emails.normal(email);
    limits.login(known, address);
    Optional<Known> found = stores.reading(tx -> find(tx, known));
    if (!passwords.matches(password, found.map(Known::hash).orElse(null))) {
      throw wrong();
    }
    return stores.inTransaction(tx -> begin(tx, found.orElseThrow(Accounts::wrong)));
  }

  /** The session of this token; {@code UNAUTHENTICATED} if there is none or it has ended. */
  public Session session(Secret token) {
    return sessionById(SessionTokens.idOf(token));
  }

  /** The session of this id; {@code UNAUTHENTICATED} if there is none or it has ended. */
  public Session sessionById(String id) {
    return stores.reading(tx -> live(tx, id));
  }

  /** Ends a session; ended already is done. */
  public void logout(String sessionId) {
    stores.inTransaction(tx -> tx.sessions().delete(sessionId));
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
    AccountId id = session.account().id();
    limits.change(id.value());
    Optional<Secret> hash = stores.reading(tx -> tx.accounts().passwordHash(id));
    if (!passwords.matches(old, hash.orElse(null))) {
      throw Problems.field("old_password", "The old password is wrong.");
    }
    Secret changed = passwords.hash(fresh, "new_password");
    return stores.inTransaction(tx -> change(tx, session, hash.orElseThrow(), changed));
  }

  /** One account; {@code NOT_FOUND} if there is none of that id. */
  public Account get(AccountId id) {
    return stores.reading(tx -> tx.accounts().find(id)).orElseThrow(Accounts::noSuchAccount);
  }

  /**
   * One page of all accounts, in the order of their ids.
   *
   * @param limit how many at most, 1 to 1,000
   * @param after from the page before; null for the first
   */
  public AccountPage list(int limit, @Nullable String after) {
    Inputs.limit(limit);
    AccountId last = after == null ? null : new AccountId(after);
    List<Account> page = stores.reading(tx -> tx.accounts().list(last, limit));
    return new AccountPage(page, page.size() < limit ? null : page.get(limit - 1).id().value());
  }

  /**
   * Removes an account and takes down all that its owner has, as {@link Owners#purge} does; its id
   * is never used again. It can't log in and its sessions have ended when this returns.
   *
   * @param by who asks for it, for the audit log
   * @return the purge; over at once if the owner has nothing
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if there is none of that id; {@code
   *     CONFLICT} for the last one that looks after the server
   */
  public Purge delete(AccountId id, Caller by) {
    return stores.inTransaction(tx -> delete(tx, id, by.toActor()));
  }

  /**
   * As {@link #delete}, of whoever is logged in.
   *
   * @param requestId in which request, for the audit log; empty if in none
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST} naming {@code password} if it is
   *     wrong; {@code CONFLICT} as {@link #delete}; {@code UNAUTHENTICATED} if the session has
   *     ended; {@code RATE_LIMITED}
   */
  public Purge deleteOwn(Session session, Secret password, String requestId) {
    AccountId id = session.account().id();
    limits.change(id.value());
    Optional<Secret> hash = stores.reading(tx -> tx.accounts().passwordHash(id));
    if (!passwords.matches(password, hash.orElse(null))) {
      throw Problems.field("password", "The password is wrong.");
    }
    return stores.inTransaction(
        tx -> {
          requireUnchanged(tx, session, hash.orElseThrow());
          return delete(tx, id, new Actor(id.value(), requestId));
        });
  }

  private Purge delete(Transaction tx, AccountId id, Actor actor) {
    Account account = tx.accounts().find(id).orElseThrow(Accounts::noSuchAccount);
    if (account.role() == Account.Role.ADMIN && tx.accounts().count(Account.Role.ADMIN) == 1) {
      throw new CloudException(
          ErrorKind.CONFLICT, "This is the last account that looks after the server.");
    }
    tx.sessions().deleteAll(id);
    tx.accounts().delete(id);
    return purges.begin(tx, new OwnerId(id.value()), true, actor);
  }

  private Login begin(Transaction tx, Known known) {
    if (!tx.accounts().passwordHash(known.account().id()).equals(Optional.of(known.hash()))) {
      throw wrong();
    }
    tx.sessions().deleteExpired(tx.now(), EXPIRED_AT_ONCE);
    return begin(tx, known.account());
  }

  private Login begin(Transaction tx, Account account) {
    Secret token = tokens.next();
    Session session = new Session(SessionTokens.idOf(token), account, tx.now().plus(LIFETIME));
    tx.sessions().insert(new SessionStore.Row(session.id(), account.id(), session.expiresAt()));
    return new Login(session, token);
  }

  private Login change(Transaction tx, Session session, Secret before, Secret after) {
    Account account = requireUnchanged(tx, session, before);
    tx.accounts().setPassword(account.id(), after);
    tx.sessions().deleteAll(account.id());
    tell(tx, account, "account.password_changed", new Actor(account.id().value(), ""), "");
    return begin(tx, account);
  }

  /** The account, if session and password are still as they were. */
  private static Account requireUnchanged(Transaction tx, Session session, Secret password) {
    Account account = live(tx, session.id()).account();
    if (!account.id().equals(session.account().id())
        || !tx.accounts().passwordHash(account.id()).equals(Optional.of(password))) {
      throw Problems.unauthenticated();
    }
    return account;
  }

  private static Session live(Transaction tx, String id) {
    SessionStore.Row row =
        tx.sessions()
            .find(id)
            .filter(found -> found.expiresAt().isAfter(tx.now()))
            .orElseThrow(Problems::unauthenticated);
    Account account = tx.accounts().find(row.account()).orElseThrow(Problems::unauthenticated);
    return new Session(row.id(), account, row.expiresAt());
  }

  private static Optional<Known> find(Transaction tx, String email) {
    return tx.accounts()
        .findByEmail(email)
        .flatMap(
            account ->
                tx.accounts().passwordHash(account.id()).map(hash -> new Known(account, hash)));
  }

  private void tell(Transaction tx, Account account, String action, Actor actor, String detail) {
    String id = account.id().value();
    audit.record(tx, action, "ok", new Owner(new OwnerId(id), 1).key(), actor, detail);
  }

  private static CloudException noSuchAccount() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such account.");
  }

  private static CloudException wrong() {
    return new CloudException(ErrorKind.UNAUTHENTICATED, "The email or the password is wrong.");
  }

  private record Known(Account account, Secret hash) {}

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
