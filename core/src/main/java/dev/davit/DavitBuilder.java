package dev.davit;

import dev.davit.internal.documents.PartSizes;
import dev.davit.internal.providers.CallLimits;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.Flows;
import dev.davit.ports.IdSource;
import dev.davit.ports.ListingCache;
import dev.davit.ports.Observer;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.Vault;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Davit} together. Stores and vault are needed; the rest has a sensible default. */
public final class DavitBuilder {
  private final List<StorageProvider> providers = new ArrayList<>();
  private @Nullable Stores stores;
  private @Nullable Vault vault;
  private @Nullable Flows flows;
  private @Nullable URI callback;
  private @Nullable StorageProvider application;
  private ListingCache cache = new NoCache();
  private @Nullable RateLimiter limiter;
  private @Nullable PasswordHasher hasher;
  private Observer observer = Observer.NONE;
  private InstantSource clock = InstantSource.system();
  private IdSource ids = new RandomIds();
  private Duration sweep = Duration.ofSeconds(5);
  private Duration purgeDeadline = Duration.ofDays(7);
  private Duration auditRetention = Duration.ofDays(365);
  private CallLimits limits = CallLimits.defaults();
  private PartSizes partSizes = PartSizes.USUAL;
  private Timing timing = Timing.SYSTEM;

  DavitBuilder() {}

  /** Where everything is remembered. */
  public DavitBuilder stores(Stores stores) {
    this.stores = stores;
    return this;
  }

  /** What keeps secrets unreadable at rest. */
  public DavitBuilder vault(Vault vault) {
    this.vault = vault;
    return this;
  }

  /**
   * Where pending connects and log-ins are kept; needed for providers that are connected by OAuth
   * or have a page to log in on.
   */
  public DavitBuilder flows(Flows flows) {
    this.flows = flows;
    return this;
  }

  /**
   * Where providers that are connected by OAuth send browsers back to: each to this address with
   * its id as one more segment, such as {@code https://app.example/callback/google_drive}. That is
   * the redirect URI to register at the provider, to the letter.
   *
   * @param base absolute, https or http, without query and fragment
   */
  public DavitBuilder callback(URI base) {
    this.callback = base;
    return this;
  }

  /** Adds a provider that users can connect. */
  public DavitBuilder provider(StorageProvider provider) {
    providers.add(provider);
    return this;
  }

  /** The application's own storage: a provider that the operator has set up. */
  public DavitBuilder applicationStorage(StorageProvider provider) {
    application = provider;
    return this;
  }

  /** Where listings are kept for a minute; without one every listing asks the provider. */
  public DavitBuilder listingCache(ListingCache cache) {
    this.cache = cache;
    return this;
  }

  /**
   * What limits log-in attempts, the starts of log-ins and how often a connection is used; needed
   * for accounts only.
   */
  public DavitBuilder rateLimiter(RateLimiter limiter) {
    this.limiter = limiter;
    return this;
  }

  /** What hashes passwords; needed for accounts only. */
  public DavitBuilder passwordHasher(PasswordHasher hasher) {
    this.hasher = hasher;
    return this;
  }

  /** Who is told what happens; nobody by default. */
  public DavitBuilder observer(Observer observer) {
    this.observer = observer;
    return this;
  }

  /** What time it is; the system's clock by default. */
  public DavitBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /** Where ids come from; 128 random bits by default. */
  public DavitBuilder ids(IdSource ids) {
    this.ids = ids;
    return this;
  }

  /**
   * About how often it is looked for jobs that are due, to do them in the background; every 5
   * seconds by default. Zero: never, the host calls {@link Jobs#runDue} itself.
   */
  public DavitBuilder sweepEvery(Duration interval) {
    sweep = interval;
    return this;
  }

  /**
   * For how long a purge tries to reach what it is to remove, before it gives that up; 7 days by
   * default.
   */
  public DavitBuilder purgeDeadline(Duration time) {
    purgeDeadline = time;
    return this;
  }

  /**
   * How long the audit log says who and what; 365 days by default. Then that is erased from an
   * entry; the entry itself stays, and the log can still be verified.
   *
   * @param time not negative
   */
  public DavitBuilder auditRetention(Duration time) {
    auditRetention = time;
    return this;
  }

  /**
   * How long a call to a provider may take, all its tries together; 30 seconds by default. The
   * bytes of files are not under it.
   *
   * @param deadline more than zero
   */
  public DavitBuilder providerDeadline(Duration deadline) {
    limits = limits.with(deadline, limits.tries());
    return this;
  }

  /**
   * How often a call to a provider is tried that may be sent again, such as a listing; 3 times by
   * default.
   *
   * @param tries at least 1
   */
  public DavitBuilder providerTries(int tries) {
    limits = limits.with(limits.deadline(), tries);
    return this;
  }

  /**
   * How much providers are asked: how many calls one server of theirs gets at once, while others
   * wait a second for their turn, and how often a connection may be used in a minute, where there
   * is a rate limiter; 32 and 1,000 by default.
   */
  public DavitBuilder providerLoad(int atOnce, int perConnection) {
    limits = limits.withLoad(atOnce, perConnection);
    return this;
  }

  /** What is uploaded in parts, and in which; for tests. */
  DavitBuilder partSizes(PartSizes sizes) {
    partSizes = sizes;
    return this;
  }

  /** How long calls wait for a place at their provider; for tests. */
  DavitBuilder patience(Duration patience) {
    limits = limits.withPatience(patience);
    return this;
  }

  /** How calls to providers wait; for tests. */
  DavitBuilder timing(Timing other) {
    timing = other;
    return this;
  }

  /**
   * Puts it together and starts the background work.
   *
   * @throws IllegalStateException naming everything that is missing or doubled
   */
  public Davit build() {
    Stores somewhere = stores;
    Vault sealed = vault;
    List<String> faults =
        Faults.of(
            somewhere,
            sealed,
            flows,
            callback,
            providers,
            application,
            sweep,
            purgeDeadline,
            auditRetention);
    if (somewhere == null || sealed == null || !faults.isEmpty()) {
      throw new IllegalStateException("Davit can't be built: " + String.join("; ", faults));
    }
    Parts parts =
        new Parts(
            somewhere,
            sealed,
            flows == null ? new NoFlows() : flows,
            callback,
            List.copyOf(providers),
            application,
            cache,
            limiter,
            hasher,
            observer,
            clock,
            ids,
            sweep,
            purgeDeadline,
            auditRetention,
            limits,
            partSizes,
            timing);
    return new Davit(Wiring.of(parts));
  }
}
