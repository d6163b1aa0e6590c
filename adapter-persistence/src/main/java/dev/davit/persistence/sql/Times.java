package dev.davit.persistence.sql;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as they stand in rows: milliseconds since 1970. */
final class Times {
  private Times() {}

  static long millis(Instant time) {
    return time.toEpochMilli();
  }

  static @Nullable Long millisOrNull(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.toEpochMilli());
  }

  /** The end of a stretch of time; a part of a millisecond counts as a whole one. */
  static long end(Instant start, Duration length) {
    return start.plus(length).plusNanos(999_999).toEpochMilli();
  }
}
