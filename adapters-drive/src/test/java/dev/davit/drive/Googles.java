package dev.davit.drive;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.GoogleTokens;
import dev.davit.emulator.google.Scopes;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.emulator.google.drive.DriveItems;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** An emulated Google with a Drive, and what the tests of this adapter share. */
final class Googles implements AutoCloseable {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private final DriveEmulator drive = new DriveEmulator();
  private final GoogleEmulator google;

  private Googles(Path folder) {
    google = GoogleEmulator.at(folder).with(drive).start();
  }

  static Googles start(Path folder) {
    return new Googles(folder);
  }

  GoogleEmulator google() {
    return google;
  }

  DriveEmulator drive() {
    return drive;
  }

  DriveItems items() {
    return drive.items();
  }

  /** Somebody with nothing in their Drive. */
  GoogleAccount somebody() {
    return google.addAccount("user" + ACCOUNTS.incrementAndGet() + "@example.org");
  }

  /** The settings of the client that the emulator knows. */
  static DriveSettings settings(URI address) {
    return DriveSettings.of(GoogleEmulator.CLIENT.id(), new Secret(GoogleEmulator.CLIENT.secret()))
        .withDevelopment(address);
  }

  DriveSettings settings() {
    return settings(google.url());
  }

  DriveProvider provider() {
    return provider(settings());
  }

  /** One that never waits before it tries again. */
  DriveProvider provider(DriveSettings settings) {
    return new DriveProvider(settings, google.clock(), new Pacing(8 * 1024 * 1024, pause -> {}));
  }

  /** How long a hurried one waits for anything. */
  static DrivePatience hurried(Duration time) {
    return new DrivePatience(Duration.ofSeconds(5), time, time, time, 1024);
  }

  /** What an account has granted for its whole Drive. */
  OAuthTokens tokens(GoogleAccount account) {
    return tokens(account, Scopes.DRIVE);
  }

  OAuthTokens tokens(GoogleAccount account, String scope) {
    GoogleTokens granted = google.grant(account, Scopes.OPENID, Scopes.EMAIL, scope);
    return new OAuthTokens(
        new Secret(granted.access()),
        new Secret(granted.refresh()),
        granted.expiresAt(),
        granted.scopes());
  }

  @Override
  public void close() {
    google.close();
    drive.close();
  }
}
