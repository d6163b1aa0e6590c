package dev.davit.webdav.internal.dav;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The form in which nearly all dates come (RFC 9110, 5.6.7: IMF-fixdate), read in passing. */
final class FixedDate {
  private static final String FORM = "___, __ ___ ____ __:__:__ GMT";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private FixedDate() {}

  /** The time that a text says; null if it is of another form, or says no time. */
  static @Nullable Instant parse(String text) {
    int month = isOfForm(text) ? MONTHS.indexOf(text.substring(8, 11)) : -1;
    if (month % 3 != 0) {
      return null;
    }
    try {
      return LocalDateTime.of(
              number(text, 12, 16),
              month / 3 + 1,
              number(text, 5, 7),
              number(text, 17, 19),
              number(text, 20, 22),
              number(text, 23, 25))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isOfForm(String text) {
    boolean fits = text.length() == FORM.length();
    for (int i = 0; fits && i < FORM.length(); i++) {
      fits = FORM.charAt(i) == '_' || FORM.charAt(i) == text.charAt(i);
    }
    return fits;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a number");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
