package dev.davit.app.leaving;

import dev.davit.Davit;
import dev.davit.drive.DriveProvider;
import dev.davit.drive.DriveSettings;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.nextcloud.NextcloudProvider;
import dev.davit.objectstore.DiskStorageProvider;
import dev.davit.outbound.OutboundGuard;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Stores;
import dev.davit.webdav.WebDavSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** The use cases over the adapters of production, with providers that are emulated. */
final class LeavingNode implements AutoCloseable {
  private final SqlStores stores;
  private final DriveProvider drive;
  private final NextcloudProvider nextcloud;
  private final Davit davit;

  /**
   * Opens one.
   *
   * @param name with which all its ids begin
   * @param sweep how often it looks for jobs; zero for never
   * @param steps who is told what it does
   */
  LeavingNode(Site site, String name, Duration sweep, Steps steps) {
    OutboundGuard guard = OutboundGuard.builder().allowLoopback(true).build();
    stores = SqlStores.open(site.settings());
    drive = new DriveProvider(google(site), InstantSource.system());
    nextcloud = new NextcloudProvider(guard, WebDavSettings.defaults(), InstantSource.system());
    davit =
        Davit.builder()
            .stores(steps.watch(Stores.class, stores))
            .flows(stores.flows())
            .vault(TinkVault.openOrCreate(site.keyset(), true))
            .callback(URI.create("http://localhost:8080/callback"))
            .provider(new WatchedProvider(drive, steps))
            .provider(new WatchedProvider(nextcloud, steps))
            .applicationStorage(
                new WatchedProvider(DiskStorageProvider.at(site.documents()), steps))
            .ids(() -> name + "_" + UUID.randomUUID())
            .sweepEvery(sweep)
            .build();
  }

  private static DriveSettings google(Site site) {
    Secret secret = new Secret(GoogleEmulator.CLIENT.secret());
    return DriveSettings.of(GoogleEmulator.CLIENT.id(), secret).withDevelopment(site.google());
  }

  Davit davit() {
    return davit;
  }

  Stores stores() {
    return stores;
  }

  @Override
  public void close() {
    davit.close();
    drive.close();
    nextcloud.close();
    stores.close();
  }
}
