package dev.davit.emulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What whoever sends the code must know the answer to (RFC 7636).
 *
 * @param value empty when the client wants no proof
 * @param hashed whether it is the verifier's S256 rather than the verifier itself
 */
public record Challenge(String value, boolean hashed) {
  /** 43 to 128 unreserved characters (RFC 7636, 4.1 and 4.2). */
  private static final String WORD = "[A-Za-z0-9._~-]{43,128}";

  /** A SHA-256 in base64url without padding. */
  private static final String HASH = "[A-Za-z0-9_-]{43}";

  /** Whether the client wants a proof. */
  public boolean isThere() {
    return !value.isEmpty();
  }

  /** Whether it can be one. */
  public boolean isWellFormed() {
    return value.matches(hashed ? HASH : WORD);
  }

  /** Whether this verifier is what it was made of. */
  public boolean isMetBy(String verifier) {
    return value.equals(hashed ? hash(verifier) : verifier);
  }

  private static String hash(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
  }

  /** The SHA-256 of a text in ASCII. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
