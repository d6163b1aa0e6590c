package dev.davit;

import dev.davit.internal.documents.PartSizes;
import dev.davit.internal.jobs.Background;
import dev.davit.internal.providers.CallLimits;
import dev.davit.internal.providers.Timing;
import dev.davit.ports.Flows;
import dev.davit.ports.IdSource;
import dev.davit.ports.ListingCache;
import dev.davit.ports.Observer;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.Vault;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Davit's use cases over the adapters that were chosen. One for an application; safe for use by
 * many threads.
 */
public final class Davit implements AutoCloseable {
  private final House house;

  private Davit(House house) {
    this.house = house;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What this server offers, and which fields to ask the user for. */
  public List<ProviderInfo> providers() {
    return house.providers().infos();
  }

  public Connections connections() {
    return house.connections();
  }

  /** Connecting accounts on the provider's own page of consent. */
  public OAuth oauth() {
    return house.oauth();
  }

  public Files files() {
    return house.files();
  }

  public Documents documents() {
    return house.documents();
  }

  public DefaultStorages defaultStorages() {
    return house.defaultStorages();
  }

  /**
   * The built-in accounts.
   *
   * @throws IllegalStateException if no password hasher and rate limiter were given
   */
  public Accounts accounts() {
    Accounts accounts = house.accounts();
    if (accounts == null) {
      throw new IllegalStateException(
          "accounts need a password hasher and a rate limiter from the builder");
    }
    return accounts;
  }

  public ServerKeys serverKeys() {
    return house.serverKeys();
  }

  public Jobs jobs() {
    return house.jobs();
  }

  /**
   * Stops the background work and waits for it, ten seconds at most. What was handed in stays open.
   */
  @Override
  public void close() {
    Background background = house.background();
    if (background != null) {
      background.close();
    }
  }

  /**
   * Puts a {@link Davit} together. Stores and vault are needed; the rest has a sensible default.
   */
  public static final class Builder {
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
    private Duration sweep = Duration.ofSeconds(30);
    private CallLimits limits = CallLimits.defaults();
    private PartSizes partSizes = PartSizes.USUAL;
    private Timing timing = Timing.SYSTEM;

    private Builder() {}

    /** Where everything is remembered. */
    public Builder stores(Stores stores) {
      this.stores = stores;
      return this;
    }

    /** What keeps secrets unreadable at rest. */
    public Builder vault(Vault vault) {
      this.vault = vault;
      return this;
    }

    /**
     * Where pending connects and log-ins are kept; needed for providers that are connected by OAuth
     * or have a page to log in on.
     */
    public Builder flows(Flows flows) {
      this.flows = flows;
      return this;
    }

    /**
     * Where providers that are connected by OAuth send browsers back to: each to this address with
     * its id as one more segment, such as {@code https://app.example/callback/google_drive}. That
     * is the redirect URI to register at the provider, to the letter.
     *
     * @param base absolute, https or http, without query and fragment
     */
    public Builder callback(URI base) {
      this.callback = base;
      return this;
    }

    /** Adds a provider that users can connect. */
    public Builder provider(StorageProvider provider) {
      providers.add(provider);
      return this;
    }

    /** The application's own storage: a provider that the operator has set up. */
    public Builder applicationStorage(StorageProvider provider) {
      application = provider;
      return this;
    }

    /** Where listings are kept for a minute; without one every listing asks the provider. */
    public Builder listingCache(ListingCache cache) {
      this.cache = cache;
      return this;
    }

    /**
     * What limits log-in attempts, the starts of log-ins and how often a connection is used; needed
     * for accounts only.
     */
    public Builder rateLimiter(RateLimiter limiter) {
      this.limiter = limiter;
      return this;
    }

    /** What hashes passwords; needed for accounts only. */
    public Builder passwordHasher(PasswordHasher hasher) {
      this.hasher = hasher;
      return this;
    }

    /** Who is told what happens; nobody by default. */
    public Builder observer(Observer observer) {
      this.observer = observer;
      return this;
    }

    /** What time it is; the system's clock by default. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** Where ids come from; 128 random bits by default. */
    public Builder ids(IdSource ids) {
      this.ids = ids;
      return this;
    }

    /**
     * How often due jobs are run in the background; every 30 seconds by default. Zero: never, the
     * host calls {@link Jobs#runDue} itself.
     */
    public Builder sweepEvery(Duration interval) {
      sweep = interval;
      return this;
    }

    /**
     * How long a call to a provider may take, all its tries together; 30 seconds by default. The
     * bytes of files are not under it.
     *
     * @param deadline more than zero
     */
    public Builder providerDeadline(Duration deadline) {
      limits = limits.with(deadline, limits.tries());
      return this;
    }

    /**
     * How often a call to a provider is tried that may be sent again, such as a listing; 3 times by
     * default.
     *
     * @param tries at least 1
     */
    public Builder providerTries(int tries) {
      limits = limits.with(limits.deadline(), tries);
      return this;
    }

    /** What is uploaded in parts, and in which; for tests. */
    Builder partSizes(PartSizes sizes) {
      partSizes = sizes;
      return this;
    }

    /** How long calls wait for a place at their provider; for tests. */
    Builder patience(Duration patience) {
      limits = limits.withPatience(patience);
      return this;
    }

    /** How calls to providers wait; for tests. */
    Builder timing(Timing other) {
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
          Faults.of(somewhere, sealed, flows, callback, providers, application, sweep);
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
              limits,
              partSizes,
              timing);
      return new Davit(Wiring.of(parts));
    }
  }
}
