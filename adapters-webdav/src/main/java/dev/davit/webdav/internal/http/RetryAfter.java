package dev.davit.webdav.internal.http;

import dev.davit.webdav.internal.dav.DavDates;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait (RFC 9110, 10.2.3): seconds, or a date by its own clock. A
 * Nextcloud in maintenance that does not say is given two minutes.
 */
final class RetryAfter {
  private static final Duration MAINTENANCE = Duration.ofMinutes(2);
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /** From nothing to a day; null where it was not said, or not readably. */
  static @Nullable Duration of(Answer answer) {
    String text = answer.header("Retry-After");
    if (text == null) {
      return answer.header("X-Nextcloud-Maintenance-Mode") == null ? null : MAINTENANCE;
    }
    if (text.strip().matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text.strip())));
    }
    Instant until = DavDates.parse(text);
    Instant now = DavDates.parse(answer.header("Date"));
    return until == null || now == null ? null : bounded(Duration.between(now, until));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
