package dev.davit.webdav.internal.http;

import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a user typed, as far as it can be judged without a server.
 *
 * @param serverUrl not judged yet
 * @param username as Basic can send it (RFC 7617, 2): without a colon
 * @param password without control characters
 */
public record TypedLogin(String serverUrl, String username, Secret password) {
  private static final int MAX_LENGTH = 1024;
  private static final int MAX_SUBJECT = 512;

  /**
   * Reads the fields.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} naming the field at fault
   */
  public static TypedLogin of(SecretFields fields) {
    String url = fields.require(Account.SERVER_URL).strip();
    String username = require(fields, Account.USERNAME);
    if (username.indexOf(':') >= 0) {
      throw malformed(Account.USERNAME, "The user name can't have a colon in it.");
    }
    return new TypedLogin(url, username, new Secret(require(fields, Account.PASSWORD)));
  }

  private static String require(SecretFields fields, String name) {
    String value = fields.require(name);
    if (value.isEmpty()) {
      throw malformed(name, "The field " + name + " is empty.");
    }
    if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      throw malformed(name, "The field " + name + " is too long, or has control characters.");
    }
    return value;
  }

  private static CloudException malformed(String field, String message) {
    return new CloudException(ErrorKind.INVALID_REQUEST, message, Hints.field(field));
  }

  /** To be tried: the password is shown only once the server has said how. */
  public SecretFields fields() {
    return fields(serverUrl, Account.Login.ASK);
  }

  /** With another address, to be shown to a server that is known to take Basic. */
  public SecretFields fields(String url) {
    return fields(url, Account.Login.BASIC);
  }

  private SecretFields fields(String url, Account.Login login) {
    Map<String, Secret> fields = new TreeMap<>();
    fields.put(Account.SERVER_URL, new Secret(url));
    fields.put(Account.USERNAME, new Secret(username));
    fields.put(Account.PASSWORD, password);
    if (login != Account.Login.BASIC) {
      fields.put(Account.LOGIN, new Secret(login.name()));
    }
    return new SecretFields(fields);
  }

  /**
   * The account that was opened.
   *
   * @param base where its top answered; its path ends in a slash
   * @param login how it was opened, and will be
   */
  public Grant grant(Target base, Account.Login login) {
    String url = base.uri().toString();
    return new Grant(fields(url, login), subject(username, url), label(base), Set.of());
  }

  /** What the user knows the account by. */
  public String label(Target base) {
    return username + "@" + base.host();
  }

  /** The name of a user's account at an address. */
  public static String subject(String user, String url) {
    String subject = user + " at " + url;
    return subject.length() <= MAX_SUBJECT ? subject : "sha256:" + sha256(subject);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
