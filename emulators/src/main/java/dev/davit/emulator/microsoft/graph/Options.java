package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.QueryString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request (learn.microsoft.com/graph/query-parameters). The options of OData are
 * there with and without their dollar; one that a method does not take is refused.
 */
final class Options {
  static final String SELECT = "select";
  static final String EXPAND = "expand";
  static final String TOP = "top";
  static final String ORDER = "orderby";
  static final String SKIP_TOKEN = "skiptoken";
  static final String TOKEN = "token";
  static final String CONFLICT = "@microsoft.graph.conflictbehavior";

  private static final int USUAL = 200;
  private static final int LARGEST = 1000;
  private static final Set<String> ODATA =
      Set.of(SELECT, EXPAND, TOP, ORDER, SKIP_TOKEN, "filter", "count", "search", "skip", "format");

  private final Map<String, String> values = new LinkedHashMap<>();

  Options(@Nullable String query) {
    QueryString.read(
            query, () -> Refusals.badRequest("The query specified in the URI is not valid."))
        .forEach((name, value) -> values.putIfAbsent(plain(name), value));
  }

  private static String plain(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.startsWith("$") && ODATA.contains(small.substring(1)) ? small.substring(1) : small;
  }

  /** Refuses options of OData that a method does not take; what else there is it overlooks. */
  void check(Set<String> taken) {
    for (String name : values.keySet()) {
      boolean ours = name.startsWith("$") || name.startsWith("@") || ODATA.contains(name);
      if (ours && !taken.contains(name)) {
        throw refusal(name);
      }
    }
  }

  private static Refused refusal(String name) {
    if (name.equals("skip")) {
      return Refusals.invalid(
          "$skip is not supported on this API. Only URLs returned by the API can be used to page.");
    }
    return Refusals.invalid("The query option '" + name + "' is not supported here.")
        .inner("invalidQueryOption");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** What is wanted of items; empty for all. */
  Optional<List<String>> select() {
    return has(SELECT) && !text(SELECT).isBlank()
        ? Optional.of(List.of(text(SELECT).split("\\s*,\\s*", -1)))
        : Optional.empty();
  }

  /** Whether the children are wanted, too; nothing else can be. */
  boolean expandsChildren() {
    String expand = text(EXPAND);
    if (!expand.isEmpty() && !expand.equals("children")) {
      throw Refusals.invalid("Could not expand '" + expand + "'.").inner("invalidQueryOption");
    }
    return !expand.isEmpty();
  }

  /** How many a page may have. */
  int top() {
    if (!has(TOP)) {
      return USUAL;
    }
    String top = text(TOP);
    int number = top.matches("\\d{1,9}") ? Integer.parseInt(top) : 0;
    if (number < 1) {
      throw Refusals.invalid("Invalid value for $top: '" + top + "'.")
          .inner("zeroOrFewerResultsRequested");
    }
    if (number > LARGEST) {
      throw Refusals.invalid("The limit of $top is " + LARGEST + ".")
          .inner("tooManyResultsRequested");
    }
    return number;
  }
}
