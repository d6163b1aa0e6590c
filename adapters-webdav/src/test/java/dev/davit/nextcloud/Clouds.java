package dev.davit.nextcloud;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.nextcloud.internal.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Grant;
import dev.davit.webdav.Davs;
import dev.davit.webdav.WebDavSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of this adapter share. */
final class Clouds {
  static final String LOGIN = "ada@example.org";
  static final String USER = "ada 1815";
  static final String OWN_PASSWORD = "the-own-pässwörd";

  private Clouds() {}

  static NextcloudProvider provider(InstantSource clock) {
    return provider(clock, time -> {});
  }

  static NextcloudProvider provider(InstantSource clock, Pauses pauses) {
    return new NextcloudProvider(Davs.loopback(), WebDavSettings.defaults(), clock, pauses);
  }

  /** One that waits so long for an answer, for bytes that stand still, and for a whole request. */
  static NextcloudProvider hurried(InstantSource clock, Duration time) {
    return new NextcloudProvider(Davs.loopback(), Davs.waiting(time), clock, pause -> {});
  }

  /** The same account with a password that is none. */
  static SecretFields wrong(SecretFields good) {
    Map<String, Secret> fields = new HashMap<>(good.values());
    fields.put("password", new Secret("none-of-them"));
    return new SecretFields(fields);
  }

  /** Ada with an app password, connected. */
  static Grant connect(NextcloudEmulator server, NextcloudProvider provider) {
    server.addUser(LOGIN, USER, OWN_PASSWORD);
    String password = server.addAppPassword(LOGIN, "test");
    return ((FieldLogin) provider.authentication())
        .verify(Davs.fields(server.address().toString(), LOGIN, password));
  }

  /** Names that a Nextcloud takes. */
  static boolean isTaken(String name) {
    return !name.matches(
            "\\.{0,2}|(?s).*[/\\\\\\p{Cntrl}].*|%2e%2e|a%00b|(?i)\\.htaccess|.*\\.part")
        && name.getBytes(StandardCharsets.UTF_8).length <= 250;
  }

  /** One credential, which is dead once it was refused. */
  static final class Source implements CredentialSource {
    private final SecretFields fields;
    final AtomicInteger refused = new AtomicInteger();

    Source(Grant grant) {
      this((SecretFields) grant.credential());
    }

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
}
