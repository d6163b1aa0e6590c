package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.webdav.internal.dav.DavPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An address, and what opens it.
 *
 * @param version of the credential
 * @param base the address that the user typed, or what is meant below it; its path ends in a slash
 * @param authorization the header's value: Basic, in UTF-8 (RFC 7617)
 */
public record Account(long version, Target base, Secret authorization) {
  public static final String SERVER_URL = "server_url";
  public static final String USERNAME = "username";
  public static final String PASSWORD = "password";

  private static final int MAX_PATH = 8000;

  /**
   * Reads a stored credential.
   *
   * @param space what below the address it is for
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED} if its address is not, or no longer,
   *     one that may be reached
   */
  static Account of(OutboundGuard guard, VersionedCredential stored, Space space) {
    if (!(stored.credential() instanceof SecretFields fields)) {
      throw new IllegalArgumentException("a WebDAV server is not opened by tokens");
    }
    String login = fields.require(USERNAME) + ":" + fields.require(PASSWORD);
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return new Account(
        stored.version(),
        space.top(base(guard.parse(fields.require(SERVER_URL))), fields),
        new Secret("Basic " + encoded));
  }

  private static Target base(Target typed) {
    return typed.path().endsWith("/") ? typed : typed.withPath(typed.path() + "/");
  }

  /** The address of a path. */
  Target address(DavPath path) {
    String raw = base.path() + path.encoded();
    if (raw.length() > MAX_PATH) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "The path is too long.");
    }
    return base.withPath(raw);
  }
}
