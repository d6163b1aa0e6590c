package dev.davit.testkit.memory;

import dev.davit.ports.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server in memory, of a {@link MemoryOAuthProvider}: the test is the user, who
 * consents or denies, and sets how strict and how whimsical the server is. Codes, redirect URIs and
 * PKCE are really checked. Safe for use by many threads.
 */
public final class MemoryOAuth {
  /** The issuer identifier. */
  public static final String ISSUER = "https://accounts.memory.example";

  /** The scope without which nothing works. */
  public static final String FILES = "files";

  /** A scope that is asked for and may be done without. */
  public static final String PROFILE = "profile";

  /** What is asked for. */
  public static final Set<String> SCOPES = Set.of(FILES, PROFILE);

  /** What the redirect after a consent has in its query. */
  public record Returned(
      Secret state, @Nullable Secret code, @Nullable String error, String issuer) {}

  private final MemoryServer server;
  private final MemoryOAuthFaults faults = new MemoryOAuthFaults();
  private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();
  private final MemoryGrants grants;
  private final MemoryConsents consents = new MemoryConsents();

  MemoryOAuth(MemoryServer server, InstantSource clock) {
    this.server = server;
    this.grants = new MemoryGrants(clock);
  }

  /** Adds an account with an empty storage. Its subject is {@code account:NAME}. */
  public void addAccount(String name) {
    server.addAccount(name, new Secret(""));
  }

  /** The user allows all that is asked for. */
  public Returned consent(URI authorizationUri, String account) {
    return consent(authorizationUri, account, SCOPES);
  }

  /**
   * The user allows some of what is asked for.
   *
   * @throws IllegalArgumentException if there is no such account, or the address is not what an
   *     {@code OAuthClient} of this server makes
   */
  public Returned consent(URI authorizationUri, String account, Set<String> scopes) {
    server.require(account);
    return seen(consents.allow(authorizationUri, account, scopes));
  }

  /** The user allows nothing. */
  public Returned deny(URI authorizationUri) {
    return seen(consents.deny(authorizationUri));
  }

  private Returned seen(Returned returned) {
    saw(returned.state());
    saw(returned.code());
    return returned;
  }

  /** The account that an authorization URI proposes to the user; null if it proposes none. */
  public @Nullable String proposed(URI authorizationUri) {
    return MemoryConsents.query(authorizationUri).get("login_hint");
  }

  /** The user takes the application's access away: every token of the account is dead. */
  public void withdraw(String account) {
    grants.withdraw(account);
  }

  /** The access tokens of an account are refused from now on, whatever time they had left. */
  public void expire(String account) {
    grants.expire(account);
  }

  /** For how long an access token is good from now on; an hour at first. */
  public void lifetime(Duration lifetime) {
    grants.lifetime(lifetime);
  }

  /** Whether each refresh gives a new refresh token, and the old one is used up. */
  public void rotate(boolean rotates) {
    grants.rotate(rotates);
  }

  /** Whether a refresh token that was used up ends its whole family when it comes again. */
  public void punishReuse(boolean punishes) {
    grants.punishReuse(punishes);
  }

  /** Whether only the first consent of an account gives a refresh token. */
  public void refreshTokenOnce(boolean once) {
    grants.refreshTokenOnce(once);
  }

  /** Whether no consent gives a refresh token. */
  public void noRefreshToken(boolean none) {
    grants.noRefreshToken(none);
  }

  /** What goes wrong at the endpoints, and how often they were called. */
  public MemoryOAuthFaults faults() {
    return faults;
  }

  /** How many codes were turned into tokens. */
  public int exchanges() {
    return grants.exchanges();
  }

  /** How many refreshes were answered with new tokens. */
  public int refreshes() {
    return grants.refreshes();
  }

  /** How many grants were ended by {@code revoke}; those that were gone already don't count. */
  public int revokes() {
    return grants.revokes();
  }

  /** How many families of tokens were ended because a used-up token or code came again. */
  public int punished() {
    return grants.punished();
  }

  /** How many grants of an account are alive. */
  public int alive(String account) {
    return grants.alive(account);
  }

  /** Every state, code, proof and token that was ever seen here: what must be seen nowhere else. */
  public Set<Secret> secrets() {
    return Set.copyOf(secrets);
  }

  void saw(@Nullable Secret secret) {
    if (secret != null) {
      secrets.add(secret);
    }
  }

  MemoryGrants grants() {
    return grants;
  }

  MemoryConsents consents() {
    return consents;
  }
}
