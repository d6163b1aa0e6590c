package dev.davit.ports.storage;

import org.jspecify.annotations.Nullable;

/** Says how much room there is. */
public interface Quotas {
  /** Asks the provider now. */
  Quota quota();

  /**
   * Room in bytes. What is unknown is absent, never 0 and never a very large number.
   *
   * @param used how much is taken
   * @param available how much can still be stored; absent also where there is no limit
   * @param unlimited whether the provider said that there is no limit
   */
  record Quota(@Nullable Long used, @Nullable Long available, boolean unlimited) {}
}
