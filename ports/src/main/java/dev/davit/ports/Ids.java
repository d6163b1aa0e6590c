package dev.davit.ports;

import java.util.regex.Pattern;

/**
 * The one grammar of the ids that Davit mints: 1 to 64 characters, letters, digits, {@code -} and
 * {@code _}.
 */
final class Ids {
  private static final Pattern MINTED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Ids() {}

  static String check(String what, String value) {
    if (!MINTED.matcher(value).matches()) {
      throw new CloudException(ErrorKind.NOT_FOUND, "There is no such " + what + ".");
    }
    return value;
  }
}
