package dev.davit.drive.internal.oauth;

import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose grant it is, from an id token that came from the token endpoint itself: its signature needs
 * no look then (OpenID Connect Core, 3.1.3.7, 6), its issuer, audience and end do.
 *
 * @param subject Google's unchanging name of the account ({@code sub})
 * @param label the mail address
 */
record Identity(String subject, String label) {
  private static final Set<String> ISSUERS = Set.of(GoogleOAuth.ISSUER, "accounts.google.com");

  /** How far our clock may be off. */
  private static final Duration LEEWAY = Duration.ofMinutes(10);

  private static final int MOST = 255;

  /**
   * Reads an id token.
   *
   * @param audience our client's id
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is not for us, now, from Google
   */
  static Identity of(@Nullable Secret token, String audience, Instant now) {
    JsonWebToken.Payload claims = claims(token);
    require(claims.getIssuer() != null && ISSUERS.contains(claims.getIssuer()), "issuer");
    require(isFor(audience, claims.getAudience()), "audience");
    require(isLive(claims.getExpirationTimeSeconds(), now), "end");
    return new Identity(subject(claims), label(claims.get("email")));
  }

  private static JsonWebToken.Payload claims(@Nullable Secret token) {
    if (token == null) {
      throw nonsense("form");
    }
    try {
      return JsonWebSignature.parse(Json.FACTORY, token.reveal()).getPayload();
    } catch (IOException | RuntimeException e) {
      throw nonsense("form");
    }
  }

  private static String subject(JsonWebToken.Payload claims) {
    String subject = claims.getSubject();
    if (subject == null || subject.isBlank() || subject.length() > MOST) {
      throw nonsense("subject");
    }
    return subject;
  }

  private static boolean isFor(String us, @Nullable Object audience) {
    return us.equals(audience) || List.of(us).equals(audience);
  }

  private static boolean isLive(@Nullable Long end, Instant now) {
    return end != null && end > now.minus(LEEWAY).getEpochSecond();
  }

  private static String label(@Nullable Object email) {
    return email instanceof String text && !text.isBlank() ? text.strip() : "Google account";
  }

  private static void require(boolean good, String what) {
    if (!good) {
      throw nonsense(what);
    }
  }

  private static CloudException nonsense(String what) {
    return Faults.protocol(new IOException("an id token without a right " + what));
  }
}
