package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Challenge;
import dev.davit.emulator.oauth.SignedTokens;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs who somebody is (id-token-claims-reference). */
final class IdTokens {
  private static final long LIFETIME = 3600;
  private static final long BEFORE = 300;

  private final InstantSource clock;

  IdTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** The issuer of a tenant's. */
  static String issuer(String tenant) {
    return "https://login.microsoftonline.com/" + tenant + "/v2.0";
  }

  /** The id token that goes with an access token. */
  String of(Grant grant, Asked asked, String nonce) {
    MicrosoftAccount account = grant.account();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("ver", "2.0");
    claims.put("iss", issuer(account.tenant().id()));
    claims.put("sub", pairwise(grant));
    claims.put("aud", grant.client().id());
    putTimes(claims);
    claims.put("tid", account.tenant().id());
    if (asked.has("profile")) {
      claims.put("name", account.name());
      claims.put("preferred_username", account.email());
      claims.put("oid", account.oid());
    }
    if (asked.has("email")) {
      claims.put("email", account.email());
    }
    if (!nonce.isEmpty()) {
      claims.put("nonce", nonce);
    }
    return SignedTokens.of(claims);
  }

  /** The real ones begin five minutes before they are issued. */
  private void putTimes(Map<String, Object> claims) {
    long now = clock.instant().getEpochSecond() - BEFORE;
    claims.put("iat", now);
    claims.put("nbf", now);
    claims.put("exp", now + LIFETIME);
  }

  /** Another for each application ("pairwise identifier, and is unique to an application ID"). */
  private static String pairwise(Grant grant) {
    String both = grant.account().oid() + grant.client().id();
    return SignedTokens.base64Url(Challenge.sha256(both));
  }
}
