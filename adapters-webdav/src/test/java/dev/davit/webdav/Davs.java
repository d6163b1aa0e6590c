package dev.davit.webdav;

import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the tests of this module share. */
public final class Davs {
  static final String USER = "ada";
  static final String PASSWORD = "pässwörd-密码-🔑";

  private static final AtomicLong TAGS = new AtomicLong(10_000_000);

  private Davs() {}

  public static OutboundGuard loopback() {
    return OutboundGuard.builder().allowLoopback(true).build();
  }

  public static SecretFields fields(String url, String user, String password) {
    return new SecretFields(
        Map.of(
            "server_url", new Secret(url),
            "username", new Secret(user),
            "password", new Secret(password)));
  }

  static SecretFields fields(String url) {
    return fields(url, USER, PASSWORD);
  }

  /** Patient enough for a slow machine; deadlines that a test waits for are set by that test. */
  static WebDavSettings settings() {
    return WebDavSettings.defaults();
  }

  static WebDavSettings impatient() {
    return waiting(Duration.ofMillis(400));
  }

  /** With so long for an answer, for bytes that stand still, and for a whole request. */
  public static WebDavSettings waiting(Duration time) {
    WebDavSettings usual = WebDavSettings.defaults();
    return new WebDavSettings(
        Duration.ofSeconds(5),
        time,
        time,
        time,
        usual.leastRate(),
        usual.listingBytes(),
        usual.listingEntries(),
        usual.spool());
  }

  /**
   * Names that this adapter gives to files: no slash, backslash or control character, and nothing
   * that a server which decodes twice would take for something else.
   */
  static boolean isTaken(String name) {
    return !name.matches("\\.{0,2}|(?s).*[/\\\\\\p{Cntrl}].*|%2e%2e|a%00b")
        && name.getBytes(StandardCharsets.UTF_8).length <= 255;
  }

  static CredentialSource source(SecretFields fields) {
    return new Source(fields);
  }

  static WriteAttempt attempt(EntryId folder, String name) {
    return new WriteAttempt(folder, name, "tag-" + TAGS.incrementAndGet());
  }

  static WriteRequest write(EntryId folder, String name, String text, ConflictPolicy conflict) {
    return new WriteRequest(
        attempt(folder, name), TestContent.of(text), "text/plain", conflict, null);
  }

  /** One credential, which is dead once it was refused. */
  public static final class Source implements CredentialSource {
    private final SecretFields fields;
    public final AtomicInteger refused = new AtomicInteger();

    public Source(SecretFields fields) {
      this.fields = fields;
    }

    @Override
    public VersionedCredential current() {
      return new VersionedCredential(1, fields);
    }

    @Override
    public VersionedCredential rejected(long version) {
      refused.incrementAndGet();
      throw new CloudException(ErrorKind.REAUTH_REQUIRED, "Connect again.");
    }
  }
}
