package dev.davit.webdav;

import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the tests of this module share. */
final class Davs {
  static final String USER = "ada";
  static final String PASSWORD = "pässwörd-密码-🔑";

  private static final AtomicLong TAGS = new AtomicLong(10_000_000);

  private Davs() {}

  static OutboundGuard loopback() {
    return OutboundGuard.builder().allowLoopback(true).build();
  }

  static SecretFields fields(String url, String user, String password) {
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
    WebDavSettings usual = WebDavSettings.defaults();
    return new WebDavSettings(
        Duration.ofSeconds(5),
        Duration.ofMillis(400),
        Duration.ofMillis(400),
        Duration.ofMillis(400),
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
    return new WriteRequest(attempt(folder, name), Bytes.of(text), "text/plain", conflict, null);
  }

  /** One credential, which is dead once it was refused. */
  static final class Source implements CredentialSource {
    private final SecretFields fields;
    final AtomicInteger refused = new AtomicInteger();

    Source(SecretFields fields) {
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

  /** A content in memory that counts how often it was opened. */
  static final class Bytes implements Content {
    private final byte[] bytes;
    private final OptionalLong size;
    private final boolean repeatable;
    final AtomicInteger opened = new AtomicInteger();

    private Bytes(byte[] bytes, OptionalLong size, boolean repeatable) {
      this.bytes = bytes;
      this.size = size;
      this.repeatable = repeatable;
    }

    static Bytes of(String text) {
      return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes of(byte[] bytes) {
      return new Bytes(bytes, OptionalLong.of(bytes.length), true);
    }

    Bytes ofUnknownSize() {
      return new Bytes(bytes, OptionalLong.empty(), false);
    }

    Bytes once() {
      return new Bytes(bytes, size, false);
    }

    Bytes claiming(long otherSize) {
      return new Bytes(bytes, OptionalLong.of(otherSize), repeatable);
    }

    @Override
    public OptionalLong size() {
      return size;
    }

    @Override
    public boolean repeatable() {
      return repeatable;
    }

    @Override
    public InputStream open() {
      if (opened.incrementAndGet() > 1 && !repeatable) {
        throw new IllegalStateException("opened twice");
      }
      return new ByteArrayInputStream(bytes);
    }
  }
}
