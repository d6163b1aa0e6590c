package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All tokens that were ever given. Safe for use by several threads. */
final class Tokens {
  private static final Duration LIFETIME = Duration.ofMinutes(60);
  private static final int VARIES_BY = 1800;
  private static final int STEP = 977;

  private final InstantSource clock;
  private final Map<String, RefreshToken> refresh = new LinkedHashMap<>();
  private final Map<String, AccessToken> access = new LinkedHashMap<>();
  private long grants;
  private long refreshes;
  private Rotation rotation = Rotation.KEEPS_OLD;

  Tokens(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void rotation(Rotation next) {
    rotation = next;
  }

  synchronized Grant newGrant(MicrosoftAccount account, MicrosoftClient client) {
    return new Grant(++grants, account, client);
  }

  /**
   * Gives the first tokens of a grant.
   *
   * @param granted in short names; a refresh token comes with {@code offline_access}
   */
  synchronized Issued issue(Grant grant, Set<String> granted) {
    boolean offline = granted.contains(Scopes.OFFLINE_ACCESS);
    return new Issued(
        newAccess(grant, granted),
        offline ? Optional.of(newRefresh(grant, granted)) : Optional.empty());
  }

  private RefreshToken newRefresh(Grant grant, Set<String> granted) {
    String word = Opaque.grant(grant.account(), "0");
    RefreshToken made =
        new RefreshToken(word, grant, Set.copyOf(granted), clock.instant(), false, false);
    refresh.put(made.token(), made);
    return made;
  }

  private AccessToken newAccess(Grant grant, Set<String> granted) {
    boolean personal = grant.account().isPersonal();
    Duration lifetime = personal ? LIFETIME : varying();
    AccessToken made =
        new AccessToken(
            Opaque.access(grant.account()),
            grant,
            Set.copyOf(granted),
            lifetime,
            clock.instant().plus(lifetime));
    access.put(made.token(), made);
    return made;
  }

  /** "Ranging between 60-90 minutes" (configurable-token-lifetimes, "Access tokens"). */
  private Duration varying() {
    return LIFETIME.plusSeconds((access.size() + 1L) * STEP % VARIES_BY);
  }

  /** Good or not. */
  synchronized Optional<RefreshToken> refresh(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Good or not. */
  synchronized Optional<AccessToken> access(String token) {
    return Optional.ofNullable(access.get(token));
  }

  synchronized boolean isGood(AccessToken token) {
    return token.expires().isAfter(clock.instant());
  }

  /**
   * Gives new tokens for a good refresh token.
   *
   * @param granted in short names; another refresh token comes with {@code offline_access}
   * @return empty when it was replaced before and reuse is punished: its whole grant is over then
   */
  synchronized Optional<Issued> use(RefreshToken sent, Set<String> granted) {
    RefreshToken old = refresh.getOrDefault(sent.token(), sent);
    if (old.replaced() && rotation == Rotation.PUNISHES_REUSE) {
      end(grant -> grant.equals(old.grant()));
      return Optional.empty();
    }
    refreshes++;
    return Optional.of(used(old, granted));
  }

  private Issued used(RefreshToken old, Set<String> granted) {
    boolean another = rotation != Rotation.NONE && granted.contains(Scopes.OFFLINE_ACCESS);
    if (another) {
      refresh.put(old.token(), old.asReplaced());
    }
    return new Issued(
        newAccess(old.grant(), granted),
        another ? Optional.of(newRefresh(old.grant(), granted)) : Optional.empty());
  }

  /** Ends refresh tokens. Access tokens live out their hour (access-tokens, "Token lifetime"). */
  synchronized void end(Predicate<Grant> which) {
    refresh.replaceAll((word, token) -> which.test(token.grant()) ? token.asRevoked() : token);
  }

  /** Ends all access tokens of now, as if their hour were over. */
  synchronized void expireAccess() {
    Instant now = clock.instant();
    access.replaceAll((word, token) -> token.expiringAt(now));
  }

  /** Those that are good and not replaced, oldest first. */
  synchronized List<RefreshToken> live(MicrosoftAccount account, MicrosoftClient client) {
    Instant now = clock.instant();
    return refresh.values().stream()
        .filter(token -> token.grant().is(account, client))
        .filter(token -> !token.replaced() && !token.revoked() && !token.isOver(now))
        .toList();
  }

  /** How many times a refresh token got an access token. */
  synchronized long refreshes() {
    return refreshes;
  }
}
