package dev.davit.emulator.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses. */
public final class Words {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Words() {}

  /** A new one, which begins in the way that the vendor's of its kind do. */
  public static String random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
