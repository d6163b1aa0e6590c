package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Rotation;
import dev.davit.emulator.oauth.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All tokens that are good. Safe for use by several threads. */
final class Tokens {
  /** As Google's answers have it: an hour less the second that it took. */
  static final Duration ACCESS_LIFETIME = Duration.ofSeconds(3599);

  /** How many refresh tokens an account may have with one client. */
  static final int LIVE = 100;

  private final InstantSource clock;
  private final Clients clients;
  private final Map<String, RefreshToken> refresh = new LinkedHashMap<>();
  private final Map<String, AccessToken> access = new LinkedHashMap<>();
  private long families;
  private long refreshes;
  private Rotation rotation = Rotation.NONE;

  Tokens(InstantSource clock, Clients clients) {
    this.clock = clock;
    this.clients = clients;
  }

  synchronized void rotation(Rotation next) {
    rotation = next;
  }

  /** Begins a family. */
  synchronized Issued issue(
      GoogleAccount account, GoogleClient client, Set<String> scopes, boolean withRefresh) {
    Family family = new Family(++families, account, client);
    if (!withRefresh) {
      return new Issued(newAccess(family, scopes), Optional.empty());
    }
    Instant now = clock.instant();
    RefreshToken first =
        new RefreshToken(Words.random("1//0"), family, Set.copyOf(scopes), now, now, false);
    keep(first);
    return new Issued(newAccess(family, scopes), Optional.of(first));
  }

  /**
   * Keeps a refresh token. Of more than a hundred of one account and client the oldest ends
   * "without warning" (…/oauth2, "Refresh token expiration").
   */
  private void keep(RefreshToken token) {
    refresh.put(token.token(), token);
    List<RefreshToken> live = live(token.family().account(), token.family().client());
    live.stream()
        .limit(Math.max(0, live.size() - LIVE))
        .forEach(old -> refresh.remove(old.token()));
  }

  /** Those that are good and not replaced, oldest first. */
  synchronized List<RefreshToken> live(GoogleAccount account, GoogleClient client) {
    return refresh.values().stream()
        .filter(token -> token.family().account().equals(account))
        .filter(token -> token.family().client().id().equals(client.id()))
        .filter(token -> !token.replaced() && !over(token))
        .toList();
  }

  /** Those of everybody. */
  synchronized List<String> live() {
    return refresh.values().stream()
        .filter(token -> !token.replaced() && !over(token))
        .map(RefreshToken::token)
        .toList();
  }

  /** The refresh token, if it has not ended. */
  synchronized Optional<RefreshToken> refreshToken(String token) {
    return Optional.ofNullable(refresh.get(token)).filter(found -> !over(found));
  }

  private boolean over(RefreshToken token) {
    return token.isOver(clients.now(token.family().client()), clock.instant());
  }

  /**
   * Gives a new access token.
   *
   * @param scopes those of the refresh token, or fewer
   * @return empty when the refresh token is no longer good; if it was replaced and reuse is
   *     punished, nothing of its family is from now on
   */
  synchronized Optional<Issued> refresh(String token, Set<String> scopes) {
    Optional<RefreshToken> found = refreshToken(token);
    if (found.isPresent() && found.get().replaced() && rotation == Rotation.PUNISHES_REUSE) {
      end(found.get().family());
      return Optional.empty();
    }
    return found.map(good -> refreshed(good, scopes));
  }

  private Issued refreshed(RefreshToken old, Set<String> scopes) {
    refreshes++;
    AccessToken next = newAccess(old.family(), scopes);
    if (rotation == Rotation.NONE) {
      refresh.put(old.token(), old.usedAt(clock.instant()));
      return new Issued(next, Optional.empty());
    }
    RefreshToken other = old.replacedBy(Words.random("1//0"), clock.instant());
    refresh.put(old.token(), old.asReplaced());
    keep(other);
    return new Issued(next, Optional.of(other));
  }

  private AccessToken newAccess(Family family, Set<String> scopes) {
    AccessToken made =
        new AccessToken(
            Words.random("ya29.a0"),
            family,
            Set.copyOf(scopes),
            clock.instant().plus(ACCESS_LIFETIME));
    access.put(made.token(), made);
    return made;
  }

  /** The access token, if it has not ended. */
  synchronized Optional<AccessToken> accessToken(String token) {
    return Optional.ofNullable(access.get(token))
        .filter(found -> found.expires().isAfter(clock.instant()));
  }

  /** How many times a refresh token got an access token. */
  synchronized long refreshes() {
    return refreshes;
  }

  /** Ends all access tokens of now, as if their hour were over. */
  synchronized void expireAccess() {
    Instant now = clock.instant();
    access.replaceAll((word, token) -> token.expiringAt(now));
  }

  /** Ends everything that came of one code. */
  synchronized void end(Family family) {
    endThose(family::equals);
  }

  /** Ends everything that an account gave to a project. */
  synchronized void end(GoogleAccount account, String project) {
    endThose(family -> family.is(account, project));
  }

  private void endThose(Predicate<Family> which) {
    refresh.values().removeIf(token -> which.test(token.family()));
    access.values().removeIf(token -> which.test(token.family()));
  }
}
