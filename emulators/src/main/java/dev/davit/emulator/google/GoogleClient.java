package dev.davit.emulator.google;

import dev.davit.emulator.oauth.ReturnAddress;
import java.util.Set;

/**
 * An application that is registered with Google (developers.google.com/identity/protocols/oauth2/
 * web-server, "Create authorization credentials").
 *
 * @param id public
 * @param secret which it shows at the token endpoint
 * @param project the Cloud project that it belongs to: consents and revocations count for all
 *     clients of one
 * @param redirectUris which must match exactly; empty for any plain-http address of this machine,
 *     which the real one does not offer and development needs
 * @param scopes which its project may ask for
 * @param testing whether the consent screen is in "Testing" rather than "In production": refresh
 *     tokens then end after seven days
 */
public record GoogleClient(
    String id,
    String secret,
    String project,
    Set<String> redirectUris,
    Set<String> scopes,
    boolean testing) {
  /** Copies the sets. */
  public GoogleClient {
    redirectUris = Set.copyOf(redirectUris);
    scopes = Set.copyOf(scopes);
  }

  /** One in production, of a project of its own, for any address of this machine. */
  public static GoogleClient of(String id, String secret) {
    return new GoogleClient(id, secret, id, Set.of(), Scopes.KNOWN, false);
  }

  /** With these redirect addresses, and no other. */
  public GoogleClient redirectingTo(String... uris) {
    return new GoogleClient(id, secret, project, Set.of(uris), scopes, testing);
  }

  /** With the consent screen in "Testing". */
  public GoogleClient inTesting() {
    return new GoogleClient(id, secret, project, redirectUris, scopes, true);
  }

  /** As a client of this project. */
  public GoogleClient ofProject(String newProject) {
    return new GoogleClient(id, secret, newProject, redirectUris, scopes, testing);
  }

  /** Whose project may ask for these scopes only. */
  public GoogleClient scopedTo(String... newScopes) {
    return new GoogleClient(id, secret, project, redirectUris, Set.of(newScopes), testing);
  }

  boolean redirectsTo(String uri) {
    return redirectUris.isEmpty() ? ReturnAddress.isHere(uri) : redirectUris.contains(uri);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return id;
  }
}
