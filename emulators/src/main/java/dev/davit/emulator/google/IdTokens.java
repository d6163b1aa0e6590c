package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Challenge;
import dev.davit.emulator.oauth.SignedTokens;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs who somebody is (developers.google.com/identity/openid-connect/openid-connect, "An ID
 * token's payload"), with the key that {@code /oauth2/v3/certs} tells.
 */
final class IdTokens {
  static final String ISSUER = "https://accounts.google.com";

  private static final long LIFETIME = 3600;
  private static final int HALF_A_HASH = 16;

  private final InstantSource clock;

  IdTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** The id token that goes with an access token. */
  String of(AccessToken access, String nonce) {
    return SignedTokens.of(claims(access, nonce));
  }

  private Map<String, Object> claims(AccessToken access, String nonce) {
    GoogleAccount account = access.family().account();
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("azp", access.family().client().id());
    claims.put("aud", access.family().client().id());
    claims.put("sub", account.sub());
    claims.put("at_hash", hash(access.token()));
    claims.putAll(Profile.of(account, access.scopes()));
    if (!nonce.isEmpty()) {
      claims.put("nonce", nonce);
    }
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME);
    return claims;
  }

  /** The left half of the hash (OpenID Connect Core, 3.1.3.6). */
  private static String hash(String token) {
    return SignedTokens.base64Url(Arrays.copyOf(Challenge.sha256(token), HALF_A_HASH));
  }
}
