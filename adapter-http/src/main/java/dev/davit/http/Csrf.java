package dev.davit.http;

import dev.davit.Accounts.Session;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The word by which a page proves that it could read this server's answers: an HMAC of its session,
 * so that nothing has to be stored, and one session's word is worth nothing in another.
 */
final class Csrf {
  static final String HEADER = "X-CSRF-Token";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Csrf(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  String token(Session session) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(session.id().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void check(Session session, @Nullable String sent) {
    if (sent == null || !MessageDigest.isEqual(bytes(sent), bytes(token(session)))) {
      throw new HttpProblem(
          ProblemType.CSRF, "The header X-CSRF-Token is missing or not that of this session.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
