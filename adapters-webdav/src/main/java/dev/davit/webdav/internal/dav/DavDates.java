package dev.davit.webdav.internal.dav;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which servers write dates: RFC 1123 and 850 and asctime (RFC 9110, 5.6.7), one-digit
 * days too, and RFC 3339. The day of the week is not looked at: it says nothing, and is wrong on
 * some servers.
 */
public final class DavDates {
  private static final int FIRST_TWO_DIGIT_YEAR = 1970;
  private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},?\\s+");
  private static final Pattern UTC = Pattern.compile("\\s+(?:GMT|UTC|Z|\\+0000)$");
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          of("d MMM yyyy HH:mm:ss"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("d-MMM-")
              .appendValueReduced(YEAR, 2, 2, FIRST_TWO_DIGIT_YEAR)
              .appendPattern(" HH:mm:ss")
              .toFormatter(Locale.ROOT)
              .withZone(ZoneOffset.UTC),
          of("MMM d HH:mm:ss yyyy"));

  private DavDates() {}

  private static DateTimeFormatter of(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ROOT)
        .withZone(ZoneOffset.UTC);
  }

  /** The time that a text says; null if it can't be read. */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.length() < 10 || text.length() > 64) {
      return null;
    }
    Instant usual = FixedDate.parse(text);
    if (usual != null) {
      return usual;
    }
    return Character.isDigit(text.charAt(4)) || text.charAt(4) == '-'
        ? firstOf(text, List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        : http(text);
  }

  private static @Nullable Instant http(String text) {
    String day = WEEKDAY.matcher(text.strip()).replaceFirst("");
    return firstOf(UTC.matcher(day).replaceFirst("").replaceAll("\\s+", " "), FORMS);
  }

  private static @Nullable Instant firstOf(String text, List<DateTimeFormatter> forms) {
    for (DateTimeFormatter form : forms) {
      try {
        return form.getZone() == null
            ? OffsetDateTime.parse(text, form).toInstant()
            : form.parse(text, Instant::from);
      } catch (DateTimeException e) {
        // Not in this form: the next may fit.
      }
    }
    return null;
  }
}
