package dev.davit.onedrive.internal.storage;

import dev.davit.outbound.transfer.OtherName;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names that are given to files and folders here (Microsoft: "Restrictions and limitations in
 * OneDrive and SharePoint"). What Microsoft refuses, or would take in one kind of account only, is
 * refused before anything is sent, in words by which another can be found.
 */
final class Names {
  private static final int LONGEST = 255;
  private static final int VARIANTS = 20;
  private static final Pattern CHARACTERS = Pattern.compile("[\"*:<>?/\\\\|\\p{Cntrl}]");
  private static final Pattern DEVICE =
      Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  /** What is wrong with a name, and what to say of it. */
  private static final Map<String, Predicate<String>> FAULTS =
      Map.of(
          "OneDrive can't have a name that is empty or longer than 255 characters.",
          name -> name.isBlank() || name.length() > LONGEST,
          "OneDrive can't have the characters \" * : < > ? / \\ | in a name, nor control characters.",
          name -> CHARACTERS.matcher(name).find(),
          "OneDrive can't have a name that begins with a tilde.",
          name -> name.startsWith("~"),
          "OneDrive can't have a name that begins or ends with a space, or ends with a dot.",
          name -> !name.equals(name.strip()) || name.endsWith("."),
          "OneDrive keeps this name for itself: the names of devices (such as CON or NUL), .lock,"
              + " desktop.ini, and whatever has _vti_ in it.",
          Names::isReserved,
          "This name is no text.",
          name -> !StandardCharsets.UTF_8.newEncoder().canEncode(name));

  private Names() {}

  /**
   * The same name.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if a OneDrive can't have it
   */
  static String checked(String name) {
    FAULTS.entrySet().stream()
        .filter(fault -> fault.getValue().test(name))
        .map(Map.Entry::getKey)
        .min(String::compareTo)
        .ifPresent(Names::refuse);
    return name;
  }

  private static void refuse(String why) {
    throw new CloudException(ErrorKind.INVALID_REQUEST, why, Hints.field("name"));
  }

  private static boolean isReserved(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return DEVICE.matcher(small).matches()
        || small.equals(".lock")
        || small.equals("desktop.ini")
        || small.contains("_vti_");
  }

  /**
   * What to take in the place of a name that is taken, the best first; the last is free unless
   * somebody guessed it.
   *
   * @param mark that nothing else has
   */
  static List<String> variants(String name, String mark) {
    return IntStream.rangeClosed(2, VARIANTS)
        .mapToObj(number -> number == VARIANTS ? mark : Integer.toString(number))
        .map(last -> OtherName.of(name, last, LONGEST, String::length))
        .toList();
  }
}
