package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens that a {@link MemoryOAuth} has given out. Everything under one lock; no I/O. */
final class MemoryGrants {
  /** The tokens that came of one consent live and die together. */
  private record Family(String name, String account, Set<String> scopes) {}

  private record Access(Family family, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Access> accesses = new HashMap<>();
  private final Map<String, Family> refreshTokens = new HashMap<>();
  private final Map<String, Family> usedUp = new HashMap<>();
  private final Map<String, Family> alive = new HashMap<>();
  private final Set<String> consented = new HashSet<>();
  private Duration lifetime = Duration.ofHours(1);
  private boolean rotates;
  private boolean punishes;
  private boolean once;
  private boolean none;
  private long count;
  private int exchanges;
  private int refreshes;
  private int revokes;
  private int punished;

  MemoryGrants(InstantSource clock) {
    this.clock = clock;
  }

  synchronized OAuthTokens begin(MemoryConsents.Consent consent) {
    Family family = new Family(consent.family(), consent.account(), consent.scopes());
    alive.put(family.name(), family);
    exchanges++;
    boolean first = consented.add(consent.account());
    return tokens(family, none || (once && !first) ? null : newRefresh(family));
  }

  synchronized OAuthTokens refresh(OAuthTokens tokens) {
    Secret sent = tokens.refresh();
    Family family = sent == null ? null : refreshTokens.get(sent.reveal());
    if (sent == null || family == null || !alive.containsKey(family.name())) {
      throw refused(sent);
    }
    refreshes++;
    if (!rotates) {
      return tokens(family, sent);
    }
    refreshTokens.remove(sent.reveal());
    usedUp.put(sent.reveal(), family);
    return tokens(family, newRefresh(family));
  }

  synchronized void revoke(OAuthTokens tokens) {
    Family family = familyOf(tokens);
    if (family != null && alive.containsKey(family.name())) {
      revokes++;
      alive.values().removeIf(other -> other.account().equals(family.account()));
      consented.remove(family.account());
    }
  }

  /** The account that an access token opens now. */
  synchronized Optional<String> account(Secret access) {
    return Optional.ofNullable(accesses.get(access.reveal()))
        .filter(found -> clock.instant().isBefore(found.until()))
        .map(Access::family)
        .filter(family -> alive.containsKey(family.name()))
        .filter(family -> family.scopes().contains(MemoryOAuth.FILES))
        .map(Family::account);
  }

  synchronized void withdraw(String account) {
    alive.values().removeIf(family -> family.account().equals(account));
    consented.remove(account);
  }

  synchronized void expire(String account) {
    accesses.values().removeIf(access -> access.family().account().equals(account));
  }

  /** Ends the tokens that came of a code which was sent twice (RFC 6749, 4.1.2). */
  synchronized void punish(@Nullable String family) {
    if (family != null && alive.remove(family) != null) {
      punished++;
    }
  }

  private CloudException refused(@Nullable Secret sent) {
    Family family = sent == null ? null : usedUp.get(sent.reveal());
    if (punishes && family != null) {
      punish(family.name());
    }
    return MemoryOAuthFaults.invalidGrant();
  }

  private @Nullable Family familyOf(OAuthTokens tokens) {
    Secret refresh = tokens.refresh();
    Family family = refresh == null ? null : refreshTokens.get(refresh.reveal());
    Access access = accesses.get(tokens.access().reveal());
    return family != null || access == null ? family : access.family();
  }

  private OAuthTokens tokens(Family family, @Nullable Secret refresh) {
    String access = "memory-access-%06d".formatted(++count);
    Instant until = clock.instant().plus(lifetime);
    accesses.put(access, new Access(family, until));
    return new OAuthTokens(new Secret(access), refresh, until, family.scopes());
  }

  private Secret newRefresh(Family family) {
    String refresh = "memory-refresh-%06d".formatted(++count);
    refreshTokens.put(refresh, family);
    return new Secret(refresh);
  }

  synchronized void lifetime(Duration time) {
    lifetime = time;
  }

  synchronized void rotate(boolean on) {
    rotates = on;
  }

  synchronized void punishReuse(boolean on) {
    punishes = on;
  }

  synchronized void refreshTokenOnce(boolean on) {
    once = on;
  }

  synchronized void noRefreshToken(boolean on) {
    none = on;
  }

  synchronized int exchanges() {
    return exchanges;
  }

  synchronized int refreshes() {
    return refreshes;
  }

  synchronized int revokes() {
    return revokes;
  }

  synchronized int punished() {
    return punished;
  }

  synchronized int alive(String account) {
    return (int) alive.values().stream().filter(f -> f.account().equals(account)).count();
  }
}
