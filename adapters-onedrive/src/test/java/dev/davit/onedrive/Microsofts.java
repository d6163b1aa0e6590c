package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.MicrosoftTokens;
import dev.davit.emulator.microsoft.Tenant;
import dev.davit.emulator.microsoft.graph.GraphEmulator;
import dev.davit.emulator.microsoft.graph.GraphItems;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** An emulated Microsoft with OneDrives, and what the tests of this adapter share. */
final class Microsofts implements AutoCloseable {
  private static final int PIECE = 10 * 1024 * 1024;
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private final GraphEmulator graph = new GraphEmulator();
  private final MicrosoftEmulator microsoft;
  private final Tenant work;

  private Microsofts(Path folder) {
    microsoft = MicrosoftEmulator.at(folder).with(graph).start();
    work = microsoft.addTenant("contoso.example");
  }

  static Microsofts start(Path folder) {
    return new Microsofts(folder);
  }

  MicrosoftEmulator microsoft() {
    return microsoft;
  }

  GraphEmulator graph() {
    return graph;
  }

  GraphItems items() {
    return graph.items();
  }

  /** Somebody with a personal account and nothing in its OneDrive. */
  MicrosoftAccount somebody() {
    return microsoft.addAccount(address());
  }

  /** Somebody with an account of work and nothing in its OneDrive. */
  MicrosoftAccount employee() {
    return microsoft.addAccount(address(), work);
  }

  private static String address() {
    return "user" + ACCOUNTS.incrementAndGet() + "@contoso.example";
  }

  /** The settings of the client that the emulator knows. */
  static OneDriveSettings settings(URI address) {
    return OneDriveSettings.of(
            MicrosoftEmulator.CLIENT.id(), new Secret(MicrosoftEmulator.CLIENT.secret()))
        .withDevelopment(address);
  }

  OneDriveSettings settings() {
    return settings(microsoft.url());
  }

  /** One that never waits before it tries again. */
  static OneDriveProvider provider(OneDriveSettings settings) {
    return new OneDriveProvider(settings, InstantSource.system(), new Pacing(PIECE, pause -> {}));
  }

  /** How long a hurried one waits for anything. */
  static OneDrivePatience hurried(Duration time) {
    return new OneDrivePatience(Duration.ofSeconds(5), time, time, time, 1024);
  }

  /** What an account has granted for all that it can reach. */
  OAuthTokens tokens(MicrosoftAccount account) {
    return tokens(account, OneDriveScope.FULL);
  }

  OAuthTokens tokens(MicrosoftAccount account, OneDriveScope scope) {
    MicrosoftTokens granted = microsoft.grant(account, scope.scope(), "offline_access");
    return new OAuthTokens(
        new Secret(granted.access()),
        new Secret(granted.refresh()),
        granted.expiresAt(),
        granted.scopes());
  }

  @Override
  public void close() {
    microsoft.close();
    graph.close();
  }
}
