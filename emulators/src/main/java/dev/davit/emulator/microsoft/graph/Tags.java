package dev.davit.emulator.microsoft.graph;

import java.util.Arrays;

/** Conditions on eTag or cTag (RFC 9110, 13; driveitem-update, driveitem-delete, driveitem-get). */
final class Tags {
  private Tags() {}

  /**
   * Lets through what {@code If-Match} fits, or does not ask.
   *
   * @throws Refused 412
   */
  static void match(Call call, Item item) {
    String wanted = call.header("If-Match");
    if (!wanted.isEmpty() && !has(wanted, item)) {
      throw Refusals.modified();
    }
  }

  /** Whether {@code If-None-Match} says that the caller has it as it is. */
  static boolean isKnown(Call call, Item item) {
    String known = call.header("If-None-Match");
    return !known.isEmpty() && has(known, item);
  }

  /** The tags have quotes and commas of their own. */
  private static boolean has(String tags, Item item) {
    return tags.equals("*")
        || Arrays.stream(tags.split(",\\s*(?=\"|W/)", -1))
            .anyMatch(tag -> tag.equals(item.eTag()) || tag.equals(item.cTag()));
  }
}
