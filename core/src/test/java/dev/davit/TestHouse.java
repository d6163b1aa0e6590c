package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.internal.codec.CredentialCodec;
import dev.davit.internal.documents.PartSizes;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Flows;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Sealer;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.testkit.memory.MemoryFlows;
import dev.davit.testkit.memory.MemoryListingCache;
import dev.davit.testkit.memory.MemoryOAuth;
import dev.davit.testkit.memory.MemoryOAuthProvider;
import dev.davit.testkit.memory.MemoryPasswordHasher;
import dev.davit.testkit.memory.MemoryRateLimiter;
import dev.davit.testkit.memory.MemoryStorageProvider;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.MemoryVault;
import dev.davit.testkit.memory.SequentialIds;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Davit with a hand on everything: time, the stores, the far sides, the moment of death. */
public final class TestHouse {
  static final ProviderId MEMORY = new ProviderId("memory");
  static final ProviderId OAUTH = new ProviderId("memory_oauth");
  static final ProviderId OAUTH2 = new ProviderId("memory_oauth2");
  static final URI CALLBACK = URI.create("https://davit.example/callback");
  static final ProviderId OWN = new ProviderId("memory_operator");
  static final PartSizes PARTS = new PartSizes(10_000, 4096);
  static final String PASSWORD = "correct horse";
  static final Caller ANN = new Caller(Caller.of("ann").owner(), "ann", "request-1");
  static final Caller BOB = Caller.of("bob");

  final TestClock clock;
  final Steps steps = new Steps();
  final SteppingStores stores;
  final SteppingFlows flows;
  final Vault vault;
  final MemoryStorageProvider memory;
  final MemoryStorageProvider operator;
  final MemoryOAuthProvider oauth;
  final MemoryOAuthProvider oauth2;
  final HookedProvider hooked;
  final HookedProvider hookedOAuth;
  final HookedProvider own;
  final Watcher watcher = new Watcher();
  final HandTiming timing;
  final Davit davit;
  private final SequentialIds ids = new SequentialIds();

  /**
   * A house over these stores, flows and vault.
   *
   * @param clock the database's
   */
  public TestHouse(TestClock clock, Stores stores, Flows flows, Vault vault) {
    this.clock = clock;
    timing = new HandTiming(clock);
    this.stores = new SteppingStores(stores, steps);
    this.flows = new SteppingFlows(flows, steps);
    this.vault = vault;
    memory = MemoryStorageProvider.fields(clock);
    operator = MemoryStorageProvider.operator(clock);
    oauth = MemoryOAuthProvider.at(clock);
    oauth2 = MemoryOAuthProvider.at(OAUTH2, clock);
    hooked = new HookedProvider(memory, steps);
    hookedOAuth = new HookedProvider(oauth, steps);
    own = new HookedProvider(operator, steps);
    davit = build(this.vault);
    List.of("ann", "ann2", "bob").forEach(this::addAccount);
  }

  /** A house over memory. */
  public static TestHouse inMemory() {
    TestClock clock = new TestClock();
    return new TestHouse(clock, new MemoryStores(clock), new MemoryFlows(clock), new MemoryVault());
  }

  /** Another node over the same stores and far sides, with a vault of its own. */
  Davit build(Vault other) {
    return Davit.builder()
        .stores(stores)
        .vault(other)
        .flows(flows)
        .provider(hooked)
        .provider(hookedOAuth)
        .provider(oauth2)
        .callback(CALLBACK)
        .applicationStorage(own)
        .listingCache(new MemoryListingCache(clock))
        .rateLimiter(new MemoryRateLimiter(clock))
        .passwordHasher(new MemoryPasswordHasher())
        .observer(watcher)
        .clock(clock)
        .ids(ids)
        .sweepEvery(Duration.ZERO)
        .partSizes(PARTS)
        .timing(timing)
        .patience(Duration.ofMinutes(1))
        .build();
  }

  private void addAccount(String name) {
    memory.server().addAccount(name, new Secret(PASSWORD));
    oauth.oauth().addAccount(name);
  }

  static SecretFields fields(String username, String password) {
    return new SecretFields(
        Map.of("username", new Secret(username), "password", new Secret(password)));
  }

  /** Ann's connection to the account {@code ann}. */
  Connection connectAnn() {
    return davit.connections().connect(ANN, MEMORY, fields("ann", PASSWORD), null);
  }

  Connection connect(Caller caller, String account) {
    return davit.connections().connect(caller, MEMORY, fields(account, PASSWORD), null);
  }

  /** What the browser brings back from the provider {@link #OAUTH}. */
  static OAuthAnswer answer(MemoryOAuth.Returned returned) {
    return new OAuthAnswer(
        OAUTH, returned.state(), returned.code(), returned.error(), returned.issuer());
  }

  /** A connection by OAuth, from the start to the end. */
  Connection connectOAuth(Caller caller, String account) {
    Secret binding = davit.oauth().newBinding();
    StartedOAuth started = davit.oauth().start(caller, OAUTH, binding);
    OAuthAnswer answer = answer(oauth.oauth().consent(started.page(), account));
    return davit.oauth().finish(answer, binding, "request-2");
  }

  /** The tokens of a connection, as they are stored. */
  OAuthTokens tokens(Connection connection) {
    Bytes sealed =
        stores.reading(tx -> tx.credentials().find(connection.id()).orElseThrow().sealed());
    return (OAuthTokens) CredentialCodec.decode(sealer(connection).open(sealed, place(connection)));
  }

  /** Tokens, sealed as those of a connection are. */
  Bytes sealed(Connection connection, OAuthTokens tokens) {
    return sealer(connection).seal(CredentialCodec.encode(tokens), place(connection));
  }

  private Sealer sealer(Connection connection) {
    Owner owner = connection.owner();
    WrappedKey key = stores.reading(tx -> tx.owners().find(owner.id())).orElseThrow().key();
    return vault.of(owner, Objects.requireNonNull(key));
  }

  private static Binding place(Connection connection) {
    return new Binding(
        connection.owner().key(),
        connection.id().value(),
        connection.provider().value(),
        "credential");
  }

  /** Ann's documents go to her connection from now on. */
  Connection connectAnnByDefault() {
    Connection connection = connectAnn();
    davit.defaultStorages().set(ANN, MEMORY, connection.id(), null);
    return connection;
  }

  /** A file put there behind Davit's back. */
  Entry put(String account, String name, String text) {
    return far(account)
        .write(
            new WriteRequest(
                new WriteAttempt(EntryId.ROOT, name, "behind-" + ids.next()),
                TestContents.of(text),
                null,
                ConflictPolicy.FAIL,
                null));
  }

  Storage far(String account) {
    return memory.server().look(account);
  }

  /** The names at the top of an account. */
  List<String> names(String account) {
    return far(account).list(new ListRequest(EntryId.ROOT, 1000, null)).entries().stream()
        .map(Entry::name)
        .toList();
  }

  /** Every file of the application's own storage. */
  List<Entry> ownFiles() {
    Storage storage = operator.server().look("operator");
    return storage.list(new ListRequest(EntryId.ROOT, 1000, null)).entries().stream()
        .flatMap(
            folder -> storage.list(new ListRequest(folder.id(), 1000, null)).entries().stream())
        .toList();
  }

  /** How often any storage was called. */
  int calls() {
    return watcher.calls.size();
  }

  List<AuditEntry> audit() {
    return stores.reading(tx -> tx.audit().list(null, 0, 10_000));
  }

  List<String> actions() {
    return audit().stream().map(AuditEntry::action).toList();
  }

  /** As {@link #actions}, without failures that pass. */
  List<String> changes() {
    return actions().stream()
        .filter(action -> !action.equals("connection.refresh_failed"))
        .toList();
  }

  Owner ann() {
    return new Owner(ANN.owner(), 1);
  }

  /** Time passes, and every job that is due by then has run. */
  void later(Duration time) {
    clock.advance(time);
    davit.jobs().runDue();
  }

  /** Whether no job at all is left. */
  boolean isIdle() {
    clock.advance(Duration.ofDays(1));
    return davit.jobs().runDue() == 0;
  }

  long credentialVersion(ConnectionId id) {
    return stores.reading(tx -> tx.credentials().find(id).orElseThrow().version());
  }

  static CloudException failure(ThrowingCallable call) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    if (failure == null) {
      throw new AssertionError("it did not fail");
    }
    return failure;
  }

  static String text(Download download) {
    try (download) {
      return new String(download.body().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
