package dev.davit.app;

import dev.davit.http.HttpLimits;
import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;

/**
 * How much the server takes on.
 *
 * @param userRate how many calls a user may make in a minute
 * @param addressRate how many calls may come from an address in a minute
 * @param connectionRate how often a connection may be used in a minute
 * @param atOnce how many requests a node works on at once
 * @param userAtOnce how many of them may be one user's
 * @param providerAtOnce how many calls of a node one server of a provider gets at once
 */
record Limits(
    int userRate,
    int addressRate,
    int connectionRate,
    int atOnce,
    int userAtOnce,
    int providerAtOnce) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_A_MINUTE = 10_000_000;
  private static final int MOST_AT_ONCE = 10_000;

  /** Reads them; a node that bears more at once needs more heap. Faults are noted in the reader. */
  static Limits read(SettingsReader reader) {
    return new Limits(
        reader.integer("DAVIT_RATE_USER", 1, MOST_A_MINUTE).orElse(1000),
        reader.integer("DAVIT_RATE_ADDRESS", 1, MOST_A_MINUTE).orElse(3000),
        reader.integer("DAVIT_RATE_CONNECTION", 1, MOST_A_MINUTE).orElse(1000),
        reader.integer("DAVIT_AT_ONCE", 1, MOST_AT_ONCE).orElse(160),
        reader.integer("DAVIT_AT_ONCE_USER", 1, MOST_AT_ONCE).orElse(32),
        reader.integer("DAVIT_AT_ONCE_PROVIDER", 1, MOST_AT_ONCE).orElse(32));
  }

  /** Those of the web layer. */
  HttpLimits http(long maxUpload) {
    HttpLimits usual = HttpLimits.defaults();
    return usual
        .withUploads(maxUpload, usual.sizes().multipart())
        .withConcurrency(atOnce, userAtOnce)
        .withRates(new Limit(userRate, MINUTE), new Limit(addressRate, MINUTE));
  }
}
