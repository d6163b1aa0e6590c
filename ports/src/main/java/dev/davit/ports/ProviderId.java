package dev.davit.ports;

import java.util.regex.Pattern;

/**
 * The name of a storage provider as it stands in addresses and rows, such as {@code google_drive}
 * or {@code webdav}.
 *
 * @param value a lower-case letter, then up to 31 lower-case letters, digits or underscores;
 *     anything else is answered as an unknown provider would be: {@link ErrorKind#NOT_FOUND}
 */
public record ProviderId(String value) {
  private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  public ProviderId {
    if (!GRAMMAR.matcher(value).matches()) {
      throw new CloudException(ErrorKind.NOT_FOUND, "There is no such provider.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
