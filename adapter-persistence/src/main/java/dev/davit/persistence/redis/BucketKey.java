package dev.davit.persistence.redis;

import dev.davit.ports.RateLimiter.Limit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a bucket is called in Redis: hashed, since names hold addresses and e-mails of users. */
final class BucketKey {
  private static final String PREFIX = "davit:limit:";

  private BucketKey() {}

  static String of(String name, Limit limit) {
    String whole = limit.permits() + "/" + limit.per() + "/" + name;
    byte[] hash = sha256().digest(whole.getBytes(StandardCharsets.UTF_8));
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
