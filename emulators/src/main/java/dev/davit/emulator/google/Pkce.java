package dev.davit.emulator.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/**
 * A proof that who sends the code is who asked for it (RFC 7636; web-server, {@code
 * code_challenge}).
 *
 * @param challenge empty when the client wants no proof
 * @param hashed whether the challenge is the verifier's S256 rather than itself
 */
record Pkce(String challenge, boolean hashed) {
  /** 43 to 128 unreserved characters (RFC 7636, 4.1 and 4.2). */
  private static final String WORD = "[A-Za-z0-9._~-]{43,128}";

  /** A SHA-256 in base64url without padding. */
  private static final String HASH = "[A-Za-z0-9_-]{43}";

  static Pkce of(Form form) {
    String method = form.choice("code_challenge_method", Set.of("S256", "plain"));
    if (!method.isEmpty()) {
      form.require("code_challenge");
    }
    boolean hashed = method.equals("S256");
    String challenge = form.get("code_challenge");
    if (!challenge.isEmpty() && !challenge.matches(hashed ? HASH : WORD)) {
      throw OAuthError.invalidRequest("Invalid parameter value for code_challenge");
    }
    return new Pkce(challenge, hashed);
  }

  /**
   * Holds a verifier against the challenge; the words are Google's own
   * (github.com/googleapis/google-api-php-client/issues/2669, google-auth-library-nodejs/issues/
   * 2028, google-api-java-client/issues/1479).
   */
  void check(String verifier) {
    if (challenge.isEmpty() && !verifier.isEmpty()) {
      throw OAuthError.invalidGrant("code_verifier or verifier is not needed.");
    }
    if (!challenge.isEmpty() && verifier.isEmpty()) {
      throw OAuthError.invalidGrant("Missing code verifier.");
    }
    if (!challenge.equals(hashed ? hash(verifier) : verifier)) {
      throw OAuthError.invalidGrant("Invalid code verifier.");
    }
  }

  private static String hash(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
