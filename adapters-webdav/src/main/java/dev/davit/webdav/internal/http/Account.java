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
 * @param username without a colon
 * @param login how the server is convinced
 */
public record Account(long version, Target base, String username, Secret password, Login login) {
  public static final String SERVER_URL = "server_url";
  public static final String USERNAME = "username";
  public static final String PASSWORD = "password";

  /** A field that is not typed but found out, with the name of a {@link Login}. */
  public static final String LOGIN = "login";

  private static final int MAX_PATH = 8000;

  /** How a server is convinced of who one is. */
  public enum Login {
    /** By Basic, unasked, until the server asks for Digest and does not take Basic. */
    BASIC,
    /** By Digest only. */
    DIGEST,
    /** By what it asks for: Digest if it can, else Basic. */
    ASK
  }

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
    Secret login = fields.values().get(LOGIN);
    return new Account(
        stored.version(),
        space.top(base(guard.parse(fields.require(SERVER_URL))), fields),
        fields.require(USERNAME),
        new Secret(fields.require(PASSWORD)),
        login == null ? Login.BASIC : Login.valueOf(login.reveal()));
  }

  private static Target base(Target typed) {
    return typed.path().endsWith("/") ? typed : typed.withPath(typed.path() + "/");
  }

  /** The value of {@code Authorization} for Basic, in UTF-8 (RFC 7617). */
  String basic() {
    return basic(username, password.reveal());
  }

  /** The same for fields that have a name and a password. */
  public static Secret basic(SecretFields fields) {
    return new Secret(basic(fields.require(USERNAME), fields.require(PASSWORD)));
  }

  private static String basic(String username, String password) {
    byte[] login = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
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
