package dev.davit.drive.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long Google asks to wait (RFC 9110, 10.2.3): seconds, or a date by its own clock. */
final class RetryAfter {
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /** From nothing to a day; null where it was not said, or not readably. */
  static @Nullable Duration of(Answer answer) {
    String text = answer.header("Retry-After");
    if (text == null) {
      return null;
    }
    if (text.strip().matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text.strip())));
    }
    ZonedDateTime until = date(text);
    ZonedDateTime now = date(answer.header("Date"));
    return until == null || now == null ? null : bounded(Duration.between(now, until));
  }

  private static @Nullable ZonedDateTime date(@Nullable String text) {
    try {
      return text == null
          ? null
          : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
