package dev.davit.testkit.memory;

import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Salted SHA-256: fast, so that tests are, and for the same reason never fit to keep a real
 * password.
 */
public final class MemoryPasswordHasher implements PasswordHasher {
  private static final String MARK = "test";
  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret hash(Secret password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return hash(password, HexFormat.of().formatHex(salt));
  }

  @Override
  public boolean matches(Secret password, Secret hash) {
    String[] parts = hash.reveal().split("\\$", -1);
    return parts.length == 3 && parts[0].equals(MARK) && hash(password, parts[1]).equals(hash);
  }

  private static Secret hash(Secret password, String salt) {
    byte[] digest =
        sha256().digest((salt + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
    return new Secret(MARK + "$" + salt + "$" + HexFormat.of().formatHex(digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
