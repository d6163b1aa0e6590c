package dev.davit.drive.internal.storage;

import dev.davit.outbound.transfer.OtherName;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names that are given to files and folders here. A Drive takes nearly anything, slashes and dots
 * too; what it would change or show wrongly is refused instead.
 */
final class Names {
  /** The vendor names no limit; all that is known to work is below this. */
  private static final int MAX_BYTES = 1024;

  /** How many variants are asked for, of long names fewer: all in one address. */
  private static final int VARIANTS = 20;

  private static final int LONG = 60;
  private static final int FEW = 4;

  private static final Pattern IMPOSSIBLE = Pattern.compile("(?s)|.*\\p{Cntrl}.*");

  private Names() {}

  /**
   * The same name.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if a Drive can't have it
   */
  static String checked(String name) {
    if (IMPOSSIBLE.matcher(name).matches()
        || !StandardCharsets.UTF_8.newEncoder().canEncode(name)
        || length(name) > MAX_BYTES) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "Google Drive can't have this name.", Hints.field("name"));
    }
    return name;
  }

  /**
   * What to take in the place of a name that is taken, the best first; the last is free unless
   * somebody guessed it.
   *
   * @param mark that nothing else has
   */
  static List<String> variants(String name, String mark) {
    int most = length(name) > LONG ? FEW : VARIANTS;
    return IntStream.rangeClosed(2, most)
        .mapToObj(number -> number == most ? mark : Integer.toString(number))
        .map(last -> OtherName.of(name, last, MAX_BYTES, Names::length))
        .toList();
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
