package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Davit;
import dev.davit.http.Argon2PasswordHasher;
import dev.davit.http.DavitServer;
import dev.davit.http.HttpLimits;
import dev.davit.http.HttpSettings;
import dev.davit.outbound.AllowRule;
import dev.davit.outbound.NameResolver;
import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.StubDns;
import dev.davit.persistence.cache.LocalRateLimiter;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.RateLimiter.Limit;
import dev.davit.webdav.WebDavProvider;
import dev.davit.webdav.WebDavSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server whose guard is closed as in production, in a world that is all on this machine. */
public final class GuardedHouse implements AutoCloseable {
  private static final Limit PLENTY = new Limit(1_000_000, Duration.ofSeconds(1));

  private final Logs logs = Logs.collect();
  private final World world;
  private final SqlStores stores;
  private final WebDavProvider provider;
  private final Davit davit;
  private final DavitServer server;

  private GuardedHouse(Path place, NameResolver names, List<AllowRule> rules) {
    RateLimiter limiter = new LocalRateLimiter();
    world = World.create(place.resolve("world"));
    stores = SqlStores.open(SqlSettings.sqlite(place.resolve("davit.db")));
    provider = new WebDavProvider(guard(names, rules), WebDavSettings.defaults());
    davit =
        Davit.builder()
            .stores(stores)
            .vault(TinkVault.openOrCreate(place.resolve("keyset.json"), false))
            .rateLimiter(limiter)
            .passwordHasher(new Argon2PasswordHasher())
            .sweepEvery(Duration.ZERO)
            .provider(provider)
            .build();
    HttpLimits limits = HttpLimits.defaults().withRates(PLENTY, PLENTY);
    server =
        DavitServer.start(
            davit,
            HttpSettings.defaults().withPort(0).withOpenRegistration(true).withLimits(limits),
            limiter);
  }

  /**
   * Opens one.
   *
   * @param place a folder of its own
   * @param rules what the operator has opened
   */
  public static GuardedHouse open(Path place, NameResolver names, String... rules) {
    return new GuardedHouse(place, names, Stream.of(rules).map(AllowRule::parse).toList());
  }

  /** The names of the tables, to be changed at will. */
  public static StubDns names() {
    return World.names();
  }

  private OutboundGuard guard(NameResolver names, List<AllowRule> rules) {
    return OutboundGuard.builder()
        .resolver(names)
        .connector(world.roads())
        .trust(world.authority())
        .allow(rules)
        .denySelf(List.of(new InetSocketAddress(World.address("198.41.0.4"), 443)))
        .build();
  }

  public World world() {
    return world;
  }

  public Logs logs() {
    return logs;
  }

  /** A new user, signed in with a token. */
  public Client user(String name) {
    return Client.of(server.port()).registered(House.email(name), House.PASSWORD);
  }

  /** Lets a user connect what they typed. */
  public Answer connect(Client user, String typed) {
    return user.post(
        "/api/cloud/connections/webdav",
        Map.of(
            "server_url", typed,
            "username", House.DAV_USER,
            "password", House.DAV_PASSWORD));
  }

  /** Nothing went where it must not, by our own account and by the sentinel's. */
  public void assertUnharmed() {
    assertThat(world.roads().violations()).isEmpty();
    assertThat(world.roads().sentinel().wasReached()).isFalse();
  }

  @Override
  public void close() {
    server.close();
    davit.close();
    provider.close();
    stores.close();
    world.close();
    logs.close();
  }
}
