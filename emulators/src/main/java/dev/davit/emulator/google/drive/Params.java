package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.QueryString;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. One that there is not is refused, where some of the vendor's front ends
 * only overlook it.
 */
final class Params {
  private static final Set<String> FLAGS =
      Set.of(
          "acknowledgeAbuse",
          "enforceSingleParent",
          "ignoreDefaultVisibility",
          "includeCorpusRemovals",
          "includeItemsFromAllDrives",
          "includeRemoved",
          "keepRevisionForever",
          "prettyPrint",
          "restrictToMyDrive",
          "supportsAllDrives",
          "useContentAsIndexableText",
          "useDomainAdminAccess");

  private final Map<String, String> values;
  private final @Nullable String query;

  /** Reads the query, not the body. */
  Params(@Nullable String query) {
    this.query = query;
    values = QueryString.read(query, () -> Refusals.badRequest("Bad Request"));
  }

  /** Refuses what a method does not take, and flags that are neither true nor false. */
  void check(Method method) {
    for (String name : values.keySet()) {
      if (!method.takes(name)) {
        throw Refusals.unknown(
            "bind query parameter. Field '" + name + "' could not be found in request message",
            name);
      }
    }
    FLAGS.forEach(this::flag);
  }

  /** As it was sent. */
  String query() {
    return query == null ? "" : query;
  }

  String text(String name, String otherwise) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  String text(String name) {
    return text(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** One of a few words, or the refusal of its parameter. */
  String oneOf(String name, String otherwise, Set<String> words) {
    String value = text(name, otherwise);
    if (!words.contains(value)) {
      throw Refusals.invalid(name);
    }
    return value;
  }

  boolean flag(String name) {
    return flag(name, false);
  }

  boolean flag(String name, boolean otherwise) {
    return Boolean.parseBoolean(oneOf(name, Boolean.toString(otherwise), Set.of("true", "false")));
  }

  /** A number between 1 and a largest one. */
  int number(String name, int otherwise, int largest) {
    String value = text(name, Integer.toString(otherwise));
    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    if (number < 1 || number > largest) {
      throw DriveError.of(
              400,
              "invalidParameter",
              "Invalid value '"
                  + value
                  + "'. Values must be within the range: [1, "
                  + largest
                  + "]")
          .at(name);
    }
    return number;
  }
}
