package dev.davit;

import dev.davit.ports.IdSource;
import java.security.SecureRandom;
import java.util.Base64;

/** Ids of 128 random bits. */
final class RandomIds implements IdSource {
  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
