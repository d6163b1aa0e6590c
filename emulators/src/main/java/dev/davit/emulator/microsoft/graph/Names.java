package dev.davit.emulator.microsoft.graph;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names there may be (support.microsoft.com "Restrictions and limitations in OneDrive and
 * SharePoint"; learn.microsoft.com/graph/onedrive-addressing-driveitems, "reserved characters").
 */
final class Names {
  private static final int LONGEST = 255;
  private static final int LONGEST_PATH = 400;
  private static final Pattern CHARACTERS = Pattern.compile("[\"*:<>?/\\\\|\\x00-\\x1f\\x7f]");
  private static final Pattern DEVICES =
      Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
  private static final Set<String> WORDS = Set.of(".lock", "desktop.ini", ".", "..");

  private Names() {}

  /**
   * Lets through a name that may be in a folder.
   *
   * @throws Refused 400
   */
  static void check(String name, Item parent) {
    if (!isGood(name)) {
      throw Refusals.invalid(
              "The provided name cannot contain any of the following reserved characters or be a"
                  + " reserved name.")
          .inner("invalidPath");
    }
    checkPath(parent, name.length());
  }

  private static boolean isGood(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return !name.isBlank()
        && name.length() <= LONGEST
        && !CHARACTERS.matcher(name).find()
        && !name.startsWith("~")
        && name.equals(name.strip())
        && !name.endsWith(".")
        && !small.contains("_vti_")
        && !WORDS.contains(small)
        && !DEVICES.matcher(small).matches();
  }

  /** The whole path, from the root on, has at most 400 characters. */
  static void checkPath(Item parent, int length) {
    int path = length;
    for (Item at = parent; at != null && !at.isRoot(); at = at.parent) {
      path += at.name.length() + 1;
    }
    if (path > LONGEST_PATH) {
      throw Refusals.invalid("The specified path is too long.").inner("pathIsTooLong");
    }
  }
}
