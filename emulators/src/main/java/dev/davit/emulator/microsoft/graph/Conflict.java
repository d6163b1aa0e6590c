package dev.davit.emulator.microsoft.graph;

import java.util.Locale;

/** What happens when a name is there already (resources/driveitem, "Instance Attributes"). */
enum Conflict {
  FAIL,
  RENAME,
  REPLACE;

  /**
   * Reads one.
   *
   * @param otherwise where there is none
   * @throws Refused 400 for a word that there is not
   */
  static Conflict of(String text, Conflict otherwise) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> otherwise;
      case "fail" -> FAIL;
      case "rename" -> RENAME;
      case "replace" -> REPLACE;
      default ->
          throw Refusals.invalid(
              "The value '" + text + "' is not a valid @microsoft.graph.conflictBehavior.");
    };
  }
}
