package dev.davit.nextcloud;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Grant;
import dev.davit.webdav.Davs;
import dev.davit.webdav.WebDavSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

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

  /** What an account was granted, which is dead once it was refused. */
  static Davs.Source source(Grant grant) {
    return new Davs.Source((SecretFields) grant.credential());
  }
}
