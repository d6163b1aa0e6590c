package dev.davit.emulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as an emulator saw it, and how it was answered.
 *
 * @param method in upper case
 * @param path as it was sent: encoded, with the query if there was one
 * @param headers what was sent, by lower-case name; of several with one name, the first
 * @param status what was answered, whether or not anybody read it; 0 when on demand no answer, or
 *     only a part of one, was sent
 */
public record Exchange(String method, String path, Map<String, String> headers, int status) {

  /** Copies the headers. */
  public Exchange {
    headers = Map.copyOf(headers);
  }

  /** A header that was sent, whatever the case of the name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Only what was asked and answered: headers hold secrets. */
  @Override
  public String toString() {
    return method + " " + path + " " + status;
  }
}
