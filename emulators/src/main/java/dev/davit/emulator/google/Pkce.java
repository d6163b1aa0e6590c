package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Challenge;
import java.util.Set;

/**
 * A proof that who sends the code is who asked for it (RFC 7636; web-server, {@code
 * code_challenge}).
 */
record Pkce(Challenge challenge) {
  static Pkce of(Form form) {
    String method = form.choice("code_challenge_method", Set.of("S256", "plain"));
    if (!method.isEmpty()) {
      form.require("code_challenge");
    }
    Challenge challenge = new Challenge(form.get("code_challenge"), method.equals("S256"));
    if (challenge.isThere() && !challenge.isWellFormed()) {
      throw OAuthError.invalidRequest("Invalid parameter value for code_challenge");
    }
    return new Pkce(challenge);
  }

  /**
   * Holds a verifier against the challenge; the words are Google's own
   * (github.com/googleapis/google-api-php-client/issues/2669, google-auth-library-nodejs/issues/
   * 2028, google-api-java-client/issues/1479).
   */
  void check(String verifier) {
    if (!challenge.isThere() && !verifier.isEmpty()) {
      throw OAuthError.invalidGrant("code_verifier or verifier is not needed.");
    }
    if (challenge.isThere() && verifier.isEmpty()) {
      throw OAuthError.invalidGrant("Missing code verifier.");
    }
    if (!challenge.isMetBy(verifier)) {
      throw OAuthError.invalidGrant("Invalid code verifier.");
    }
  }
}
