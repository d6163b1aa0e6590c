package dev.davit.onedrive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The names that this adapter takes (Microsoft: "Restrictions and limitations in OneDrive and
 * SharePoint").
 */
final class OneDriveNames {
  private static final Set<String> RESERVED = Set.of(".lock", "desktop.ini");

  private OneDriveNames() {}

  static boolean isTaken(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return !name.matches("(?s)|~.*|.*[.]|.*[\"*:<>?/\\\\|\\p{Cntrl}].*")
        && name.equals(name.strip())
        && name.length() <= 255
        && StandardCharsets.UTF_8.newEncoder().canEncode(name)
        && !RESERVED.contains(low)
        && !low.matches("(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:[.].*)?")
        && !low.contains("_vti_");
  }
}
