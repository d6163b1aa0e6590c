package dev.davit.http;

import dev.davit.Davit;
import dev.davit.DavitBuilder;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.testkit.memory.MemoryFlows;
import dev.davit.testkit.memory.MemoryListingCache;
import dev.davit.testkit.memory.MemoryOAuthProvider;
import dev.davit.testkit.memory.MemoryPasswordHasher;
import dev.davit.testkit.memory.MemoryRateLimiter;
import dev.davit.testkit.memory.MemoryStorageProvider;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.MemoryVault;
import dev.davit.testkit.memory.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A server over adapters in memory, with a user {@code ann} and an admin {@code root}. */
final class World implements AutoCloseable {
  static final String ANN = "ann@example.org";
  static final String BOB = "bob@example.org";
  static final String ADMIN = "root@example.org";
  static final ProviderId CLOUD = new ProviderId("memory_oauth");
  static final URI CALLBACK = URI.create("http://localhost:8080/api/cloud/oauth/callback");
  static final Secret STORAGE_PASSWORD = new Secret("storage-pass-canary");
  static final MetricsSource NUMBERS = accept -> new MetricsSource.Scrape("text/plain", "");
  static final Monitoring WATCHED = Monitoring.none().withMetrics(NUMBERS, HttpObserver.NONE);

  final TestClock clock = new TestClock();
  final MemoryStorageProvider memory = MemoryStorageProvider.fields(clock);
  final MemoryOAuthProvider cloud = MemoryOAuthProvider.at(clock);
  final BrokenStores stores = new BrokenStores(new MemoryStores(clock));
  final BrokenFlows flows = new BrokenFlows(new MemoryFlows(clock));
  final SwitchedLimiter limiter = new SwitchedLimiter(new MemoryRateLimiter(clock));
  final Davit davit;
  final DavitServer server;
  final HttpSettings settings;
  final Watching watching;

  World() {
    this(settings -> settings);
  }

  World(UnaryOperator<HttpSettings> change) {
    this(change, new MemoryPasswordHasher());
  }

  World(UnaryOperator<HttpSettings> change, PasswordHasher hasher) {
    this(change, hasher, WATCHED, true);
  }

  World(Monitoring monitoring) {
    this(settings -> settings, new MemoryPasswordHasher(), monitoring, true);
  }

  private World(
      UnaryOperator<HttpSettings> change,
      PasswordHasher hasher,
      Monitoring monitoring,
      boolean applicationStorage) {
    DavitBuilder builder =
        Davit.builder()
            .stores(stores)
            .vault(new MemoryVault())
            .flows(flows)
            .callback(CALLBACK)
            .provider(memory)
            .provider(cloud)
            .listingCache(new MemoryListingCache(clock))
            .rateLimiter(limiter)
            .passwordHasher(hasher)
            .clock(clock)
            .sweepEvery(Duration.ZERO);
    davit =
        applicationStorage
            ? builder.applicationStorage(MemoryStorageProvider.operator(clock)).build()
            : builder.build();
    memory.server().addAccount("ann", STORAGE_PASSWORD);
    List.of("ann", "ann2", "bob").forEach(cloud.oauth()::addAccount);
    davit.accounts().add(ANN, new Secret(Client.PASSWORD), Account.Role.USER);
    davit.accounts().add(BOB, new Secret(Client.PASSWORD), Account.Role.USER);
    davit.accounts().add(ADMIN, new Secret(Client.PASSWORD), Account.Role.ADMIN);
    HttpSettings base =
        HttpSettings.defaults().withPort(0).withOpenRegistration(true).withClock(clock);
    settings = change.apply(base);
    watching = Watching.of(davit, monitoring);
    server = DavitServer.start(davit, settings, limiter, monitoring);
  }

  /** A world whose application has no storage of its own. */
  static World withoutApplicationStorage() {
    return new World(settings -> settings, new MemoryPasswordHasher(), WATCHED, false);
  }

  Client nobody() {
    return new Client("http://localhost:" + server.port(), Map.of());
  }

  /** Somebody signed in who has connected the storage of {@code ann}. */
  String connect(Client client) {
    return client
        .post(
            "/api/cloud/connections/webdav",
            "{'provider':'memory','username':'ann','password':'%s','display_name':'Mine'}"
                .formatted(STORAGE_PASSWORD.reveal()))
        .is(201)
        .get("id");
  }

  /** Puts a file at the top of a connection and answers its address. */
  static String put(Client client, String connection, String name, String text) {
    String files = "/api/cloud/connections/" + connection + "/files/";
    Reply made =
        client.upload(files + "root/upload?name=" + name, text.getBytes(StandardCharsets.UTF_8));
    return files + made.is(201).get("id");
  }

  @Override
  public void close() {
    server.close();
    davit.close();
  }
}
