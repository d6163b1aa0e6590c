package dev.davit.app.support;

import dev.davit.Davit;
import dev.davit.http.Argon2PasswordHasher;
import dev.davit.http.DavitServer;
import dev.davit.http.HttpLimits;
import dev.davit.http.HttpSettings;
import dev.davit.outbound.OutboundGuard;
import dev.davit.persistence.cache.LocalRateLimiter;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import dev.davit.webdav.WebDavProvider;
import dev.davit.webdav.WebDavSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Servers over one database, with deadlines of their own, and two foreign servers beside them. */
public final class Neighbours implements AutoCloseable {
  private static final Limit PLENTY = new Limit(1_000_000, Duration.ofSeconds(1));

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final Path place;
  private final SqlStores stores;
  private final WebDavProvider provider;
  private final ForeignWebDav well;
  private final ForeignWebDav sick;

  private Neighbours(Path place) {
    this.place = place;
    well = foreign("well");
    sick = foreign("sick");
    stores = SqlStores.open(SqlSettings.sqlite(place.resolve("davit.db")));
    closing.push(stores::close);
    OutboundGuard guard = OutboundGuard.builder().allowLoopback(true).build();
    provider = new WebDavProvider(guard, WebDavSettings.defaults());
    closing.push(provider::close);
  }

  /**
   * Two foreign servers, and none of ours yet.
   *
   * @param place a folder of its own
   */
  public static Neighbours in(Path place) {
    return new Neighbours(place);
  }

  private ForeignWebDav foreign(String name) {
    ForeignWebDav server =
        ForeignWebDav.start(place.resolve(name)).login(House.DAV_USER, House.DAV_PASSWORD);
    closing.push(server::close);
    return server;
  }

  /** Another server of ours, and the port where it listens. */
  public int serve(Duration deadline) {
    RateLimiter limiter = new LocalRateLimiter();
    Davit davit =
        Davit.builder()
            .stores(stores)
            .vault(TinkVault.openOrCreate(place.resolve("keyset.json"), stores.holdsSealed()))
            .rateLimiter((name, limit) -> limiter.tryAcquire(name, PLENTY))
            .passwordHasher(new Argon2PasswordHasher())
            .sweepEvery(Duration.ZERO)
            .provider(provider)
            .providerDeadline(deadline)
            .build();
    HttpLimits limits = HttpLimits.defaults().withRates(PLENTY, PLENTY);
    DavitServer server =
        DavitServer.start(
            davit,
            HttpSettings.defaults().withPort(0).withOpenRegistration(true).withLimits(limits),
            limiter);
    closing.push(davit::close);
    closing.push(server::close);
    return server.port();
  }

  public ForeignWebDav well() {
    return well;
  }

  public ForeignWebDav sick() {
    return sick;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
