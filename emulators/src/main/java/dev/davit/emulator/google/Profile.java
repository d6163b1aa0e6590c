package dev.davit.emulator.google;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is told of an account, by scope (…/openid-connect, "Obtain user profile information"). */
final class Profile {
  private static final String GMAIL = "gmail.com";

  private Profile() {}

  static Map<String, Object> of(GoogleAccount account, Set<String> scopes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    if (!account.domain().equals(GMAIL)) {
      claims.put("hd", account.domain());
    }
    if (scopes.contains(Scopes.EMAIL)) {
      claims.put("email", account.email());
      claims.put("email_verified", true);
    }
    if (scopes.contains(Scopes.PROFILE)) {
      claims.put("name", account.name());
    }
    return claims;
  }
}
