package dev.davit;

import dev.davit.ports.IdSource;
import dev.davit.ports.ListingCache;
import dev.davit.ports.Observer;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.Vault;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Davit's use cases over the adapters that were chosen. One for an application; safe for use by
 * many threads.
 */
public final class Davit implements AutoCloseable {
  private Davit() {}

  public static Builder builder() {
    return new Builder();
  }

  /** What this server offers, and which fields to ask the user for. */
  public List<ProviderInfo> providers() {
    return Pending.body();
  }

  public Connections connections() {
    return Pending.body();
  }

  public Files files() {
    return Pending.body();
  }

  public Documents documents() {
    return Pending.body();
  }

  public DefaultStorages defaultStorages() {
    return Pending.body();
  }

  /**
   * The built-in accounts.
   *
   * @throws IllegalStateException if no password hasher and rate limiter were given
   */
  public Accounts accounts() {
    return Pending.<Accounts>body();
  }

  public ServerKeys serverKeys() {
    return Pending.body();
  }

  public Jobs jobs() {
    return Pending.body();
  }

  /**
   * Stops the background work and waits for it, ten seconds at most. What was handed in stays open.
   */
  @Override
  public void close() {}

  /**
   * Puts a {@link Davit} together. Stores and vault are needed; the rest has a sensible default.
   */
  public static final class Builder {
    private Builder() {}

    /** Where everything is remembered. */
    public Builder stores(Stores stores) {
      return this;
    }

    /** What keeps secrets unreadable at rest. */
    public Builder vault(Vault vault) {
      return this;
    }

    /** Adds a provider that users can connect. */
    public Builder provider(StorageProvider provider) {
      return this;
    }

    /** The application's own storage: a provider that the operator has set up. */
    public Builder applicationStorage(StorageProvider provider) {
      return this;
    }

    /** Where listings are kept for a minute; without one every listing asks the provider. */
    public Builder listingCache(ListingCache cache) {
      return this;
    }

    /** What limits log-in attempts; needed for accounts only. */
    public Builder rateLimiter(RateLimiter limiter) {
      return this;
    }

    /** What hashes passwords; needed for accounts only. */
    public Builder passwordHasher(PasswordHasher hasher) {
      return this;
    }

    /** Who is told what happens; nobody by default. */
    public Builder observer(Observer observer) {
      return this;
    }

    /** What time it is; the system's clock by default. */
    public Builder clock(InstantSource clock) {
      return this;
    }

    /** Where ids come from; 128 random bits by default. */
    public Builder ids(IdSource ids) {
      return this;
    }

    /**
     * How often due jobs are run in the background; every 30 seconds by default. Zero: never, the
     * host calls {@link Jobs#runDue} itself.
     */
    public Builder sweepEvery(Duration interval) {
      return this;
    }

    /**
     * Puts it together and starts the background work.
     *
     * @throws IllegalStateException naming everything that is missing or doubled
     */
    public Davit build() {
      return Pending.body();
    }
  }
}
