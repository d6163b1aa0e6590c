package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.ReturnAddress;
import java.util.Set;

/**
 * An application that is registered with Microsoft, a confidential one (quickstart-register-app).
 *
 * @param id a GUID, public
 * @param secret which it shows at the token endpoint
 * @param audience whose accounts may use it
 * @param home the tenant that it is registered in
 * @param redirectUris which must match exactly, but for the port of {@code http://localhost}
 *     (reply-url, "Localhost exceptions"); empty for any plain-http address of this machine, which
 *     the real one does not offer and development needs
 * @param adminConsent whether users of work accounts may not consent themselves
 * @param secretExpired whether its secret has ended
 */
public record MicrosoftClient(
    String id,
    String secret,
    Audience audience,
    Tenant home,
    Set<String> redirectUris,
    boolean adminConsent,
    boolean secretExpired) {
  /** Copies the addresses. */
  public MicrosoftClient {
    redirectUris = Set.copyOf(redirectUris);
  }

  /** One for everybody and any address of this machine. */
  public static MicrosoftClient of(String id, String secret) {
    return new MicrosoftClient(
        id, secret, Audience.EVERYBODY, Tenant.PERSONAL, Set.of(), false, false);
  }

  /** With these redirect addresses, and no other. */
  public MicrosoftClient redirectingTo(String... uris) {
    return new MicrosoftClient(
        id, secret, audience, home, Set.of(uris), adminConsent, secretExpired);
  }

  /** For these accounts; {@link Audience#OWN_TENANT} needs a {@link #home(Tenant)}. */
  public MicrosoftClient audience(Audience newAudience) {
    return new MicrosoftClient(
        id, secret, newAudience, home, redirectUris, adminConsent, secretExpired);
  }

  /** Registered in this tenant. */
  public MicrosoftClient home(Tenant newHome) {
    return new MicrosoftClient(
        id, secret, audience, newHome, redirectUris, adminConsent, secretExpired);
  }

  /** To which users of work accounts may not consent: their administrators must. */
  public MicrosoftClient needingAdminConsent() {
    return new MicrosoftClient(id, secret, audience, home, redirectUris, true, secretExpired);
  }

  /** Whose secret has ended, as all do that portals give, after two years at most. */
  public MicrosoftClient withSecretExpired() {
    return new MicrosoftClient(id, secret, audience, home, redirectUris, adminConsent, true);
  }

  boolean redirectsTo(String uri) {
    return redirectUris.isEmpty()
        ? ReturnAddress.isHere(uri)
        : redirectUris.contains(uri) || redirectUris.contains(withoutPort(uri));
  }

  private static String withoutPort(String uri) {
    return uri.replaceFirst("^(http://localhost):\\d{1,5}(?=/|$)", "$1");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return id;
  }
}
