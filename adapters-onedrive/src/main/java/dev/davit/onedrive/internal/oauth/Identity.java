package dev.davit.onedrive.internal.oauth;

import dev.davit.onedrive.NationalCloud;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose grant it is, from an id token that came from the token endpoint itself: its signature needs
 * no look then (OpenID Connect Core, 3.1.3.7, 6), its issuer, audience and end do.
 *
 * @param subject the tenant and the account's unchanging name there ({@code tid} and {@code oid}:
 *     "ID token claims reference"; {@code sub} is another one for each application)
 * @param label the mail address, or what stands for it
 */
record Identity(String subject, String label) {
  /** How far our clock may be off. */
  private static final Duration LEEWAY = Duration.ofMinutes(10);

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  /** By the other of its two names the log-in in China signs. */
  private static final String CHINA = "https://login.partner.microsoftonline.cn/";

  /**
   * Reads an id token.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is not for us, now, from Microsoft
   */
  static Identity of(@Nullable Secret token, OneDriveSettings settings, Instant now) {
    Json claims = claims(token);
    String tenant = guid(claims, "tid");
    require(issuers(settings.cloud(), tenant).contains(claims.text("iss")), "issuer");
    require(isOf(settings.tenant(), tenant), "tenant");
    require(isFor(settings.clientId(), claims), "audience");
    require(isLive(claims.number("exp"), now), "end");
    return new Identity(tenant + "." + guid(claims, "oid"), label(claims));
  }

  private static Json claims(@Nullable Secret token) {
    String[] parts = token == null ? new String[0] : token.reveal().split("\\.", -1);
    require(parts.length == 3, "form");
    try {
      return Json.parse(Base64.getUrlDecoder().decode(parts[1]));
    } catch (IllegalArgumentException | CloudException e) {
      throw nonsense("form");
    }
  }

  private static String guid(Json claims, String name) {
    String value = claims.text(name);
    if (value == null || !GUID.matcher(value).matches()) {
      throw nonsense(name);
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private static Set<String> issuers(NationalCloud cloud, String tenant) {
    String rest = tenant + "/v2.0";
    return cloud == NationalCloud.CHINA
        ? Set.of(cloud.login() + rest, CHINA + rest)
        : Set.of(cloud.login() + rest);
  }

  /** Whether it is of the one tenant that is let in, where there is one and its id is known. */
  private static boolean isOf(String wanted, String tenant) {
    if (wanted.equalsIgnoreCase("consumers")) {
      return tenant.equals(PERSONAL);
    }
    if (wanted.equalsIgnoreCase("organizations")) {
      return !tenant.equals(PERSONAL);
    }
    return !GUID.matcher(wanted).matches() || tenant.equalsIgnoreCase(wanted);
  }

  private static boolean isFor(String us, Json claims) {
    return us.equals(claims.text("aud")) || List.of(us).equals(claims.texts("aud"));
  }

  private static boolean isLive(@Nullable Long end, Instant now) {
    return end != null && end > now.minus(LEEWAY).getEpochSecond();
  }

  private static String label(Json claims) {
    return Stream.of("preferred_username", "email")
        .flatMap(name -> Stream.ofNullable(claims.text(name)))
        .filter(text -> !text.isBlank())
        .map(String::strip)
        .findFirst()
        .orElse("Microsoft account");
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
