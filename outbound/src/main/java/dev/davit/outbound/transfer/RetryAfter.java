package dev.davit.outbound.transfer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait (RFC 9110, 10.2.3): seconds, or a date by its own clock. */
public final class RetryAfter {
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * From nothing to a day; null where it was not said, or not readably.
   *
   * @param text the header of this name
   * @param date the {@code Date} of the same answer
   */
  public static @Nullable Duration of(@Nullable String text, @Nullable String date) {
    return of(text, date, RetryAfter::usual);
  }

  /**
   * The same, for servers that write dates in other forms.
   *
   * @param reader null for what it can't read
   */
  public static @Nullable Duration of(
      @Nullable String text, @Nullable String date, Function<String, @Nullable Instant> reader) {
    if (text == null) {
      return null;
    }
    if (text.strip().matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text.strip())));
    }
    Instant until = reader.apply(text.strip());
    Instant now = date == null ? null : reader.apply(date.strip());
    return until == null || now == null ? null : bounded(Duration.between(now, until));
  }

  private static @Nullable Instant usual(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
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
