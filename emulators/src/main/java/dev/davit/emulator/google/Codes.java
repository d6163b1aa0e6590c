package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes that were given. Safe for use by several threads. */
final class Codes {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Tokens tokens;
  private final Map<String, Code> fresh = new HashMap<>();
  private final Map<String, Optional<Family>> used = new HashMap<>();

  Codes(InstantSource clock, Tokens tokens) {
    this.clock = clock;
    this.tokens = tokens;
  }

  synchronized Code give(
      AuthorizationRequest request,
      GoogleAccount account,
      Set<String> scopes,
      boolean withRefresh) {
    Code code =
        new Code(
            Words.random("4/0A"),
            request,
            account,
            Set.copyOf(scopes),
            withRefresh,
            clock.instant().plus(LIFETIME));
    fresh.put(code.word(), code);
    return code;
  }

  /**
   * Exchanges a code, which is used up even if it is refused. A second use ends what the first one
   * gave (RFC 6749, 4.1.2).
   *
   * @param redirectUri "one of the redirect URIs": the very same (RFC 6749, 4.1.3)
   */
  synchronized Exchanged exchange(
      String word, GoogleClient client, String redirectUri, String verifier) {
    Code code = take(word);
    if (!code.request().client().id().equals(client.id())
        || !code.until().isAfter(clock.instant())) {
      throw OAuthError.invalidGrant("Bad Request");
    }
    if (!code.request().redirectUri().equals(redirectUri)) {
      throw OAuthError.badRequest("redirect_uri_mismatch", "Bad Request");
    }
    code.request().pkce().check(verifier);
    Issued issued = tokens.issue(code.account(), client, code.scopes(), code.withRefresh());
    used.put(word, Optional.of(issued.access().family()));
    return new Exchanged(issued, code.request().nonce());
  }

  /**
   * What a code was good for.
   *
   * @param nonce for the id token; empty when the client sent none
   */
  record Exchanged(Issued issued, String nonce) {}

  private Code take(String word) {
    Optional<Family> given = used.get(word);
    if (given != null) {
      given.ifPresent(tokens::end);
      throw OAuthError.invalidGrant("Bad Request");
    }
    Code code = fresh.remove(word);
    if (code == null) {
      throw OAuthError.invalidGrant("Malformed auth code.");
    }
    used.put(word, Optional.empty());
    return code;
  }
}
