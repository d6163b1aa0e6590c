package dev.davit.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a node that is told to stop answers on, so that proxies hear of it first. */
final class Drain {
  private static final Duration MOST = Duration.ofMinutes(5);

  private Drain() {}

  static Duration read(SettingsReader reader) {
    return reader
        .parsed("DAVIT_DRAIN", "a duration such as PT10S, PT5M at most", Drain::parse)
        .orElse(Duration.ZERO);
  }

  private static @Nullable Duration parse(String text) {
    Duration drain = Duration.parse(text);
    return drain.isNegative() || drain.compareTo(MOST) > 0 ? null : drain;
  }
}
