package dev.davit.app;

import dev.davit.Davit;
import dev.davit.DavitBuilder;
import dev.davit.drive.DriveProvider;
import dev.davit.http.Argon2PasswordHasher;
import dev.davit.http.DavitServer;
import dev.davit.http.HttpSettings;
import dev.davit.http.UnconfiguredProvider;
import dev.davit.nextcloud.NextcloudProvider;
import dev.davit.onedrive.OneDriveProvider;
import dev.davit.outbound.OutboundGuard;
import dev.davit.persistence.cache.CaffeineListingCache;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.RateLimiter;
import dev.davit.webdav.WebDavProvider;
import dev.davit.webdav.WebDavSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which adapter stands behind which port. */
final class Wiring implements AutoCloseable {
  private final Settings settings;
  private final InstantSource clock;
  private final RateLimiter limiter;
  private final Opened opened = new Opened();
  private final Metrics metrics = opened.add(new Metrics());
  private final Ground ground;
  private final TinkVault vault;
  private final Davit davit;

  /**
   * The use cases over the adapters that the settings ask for.
   *
   * @param sweepEvery how often due jobs are run; zero for never
   */
  Wiring(Settings settings, Duration sweepEvery) {
    this.settings = settings;
    this.clock = () -> InstantSource.system().instant().plus(settings.devClockOffset());
    DataFolder.prepare(settings.data());
    try {
      OutboundGuard guard = guard(settings);
      this.ground = Ground.open(settings, clock, guard.tls(), opened);
      this.limiter = this.ground.limiter();
      this.vault = vault(this.ground.stores());
      this.davit = davit(guard, sweepEvery);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private Davit davit(OutboundGuard guard, Duration sweepEvery) {
    opened.add(metrics.show(ground.stores()));
    DavitBuilder davit =
        Davit.builder()
            .stores(ground.stores())
            .flows(ground.flows())
            .callback(callback(settings))
            .vault(metrics.counting(vault))
            .observer(metrics.observer())
            .listingCache(new CaffeineListingCache())
            .rateLimiter(limiter)
            .providerLoad(settings.limits().providerAtOnce(), settings.limits().connectionRate())
            .passwordHasher(new Argon2PasswordHasher())
            .clock(clock)
            .sweepEvery(sweepEvery)
            .purgeDeadline(settings.purgeDeadline())
            .auditRetention(settings.auditRetention())
            .provider(opened.add(new WebDavProvider(guard, WebDavSettings.defaults())))
            .provider(opened.add(new NextcloudProvider(guard, WebDavSettings.defaults(), clock)))
            .applicationStorage(ground.documents());
    GoogleSettings google = settings.google();
    if (google != null) {
      davit.provider(opened.add(new DriveProvider(google.toDrive(), clock)));
    }
    MicrosoftSettings microsoft = settings.microsoft();
    if (microsoft != null) {
      davit.provider(opened.add(new OneDriveProvider(microsoft.toOneDrive(), clock)));
    }
    Davit built = opened.add(davit.build());
    KeysetCheck.check(built, settings.keysetFile());
    return built;
  }

  /** What several nodes share is never made by one of them. */
  private TinkVault vault(SqlStores stores) {
    boolean mustBeThere = settings.database().isShared() || stores.holdsSealed();
    return TinkVault.openOrCreate(settings.keysetFile(), mustBeThere);
  }

  private static OutboundGuard guard(Settings settings) {
    OutboundGuard.Builder guard =
        OutboundGuard.builder()
            .allow(settings.outboundAllow())
            .allowLoopback(settings.devAllowLoopback())
            .denySelf(OwnAddresses.of(settings));
    Path trust = settings.trustFile();
    return (trust == null ? guard : guard.trust(trust)).build();
  }

  /** The server in front of the use cases; it listens when this returns. */
  DavitServer server() {
    Administrator.ensure(settings, davit.accounts());
    davit.audit().noteKey(Long.toString(vault.info().primary()));
    return DavitServer.start(
        davit,
        HttpSettings.defaults()
            .withHost(settings.host())
            .withPort(settings.port())
            .withPublicUrl(publicUrl(settings))
            .withOpenRegistration(settings.openRegistration())
            .withFrontendUrl(settings.frontendUrl())
            .withUnconfigured(unconfigured(settings))
            .withLimits(settings.limits().http(settings.maxUpload()))
            .withClock(clock),
        limiter,
        metrics
            .monitoring()
            .withMetricsToken(settings.metricsToken())
            .withChecks(ground.checks())
            .withDrain(settings.drain()));
  }

  private static List<UnconfiguredProvider> unconfigured(Settings settings) {
    return Arrays.stream(OAuthVendor.values())
        .filter(vendor -> vendor.client(settings) == null)
        .map(OAuthVendor::unconfigured)
        .toList();
  }

  Davit davit() {
    return davit;
  }

  /** To where providers send the browser back, but for the provider's id. */
  static URI callback(Settings settings) {
    return publicUrl(settings).resolve("/api/cloud/oauth/callback");
  }

  /** The address of the server as browsers know it. */
  static URI publicUrl(Settings settings) {
    return Objects.requireNonNullElseGet(
        settings.publicUrl(), () -> URI.create("http://localhost:" + settings.port()));
  }

  @Override
  public void close() {
    opened.close();
  }
}
