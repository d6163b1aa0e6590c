package dev.davit.webdav.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a server wants to be convinced (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case, such as {@code digest}
 * @param parameters by their names in lower case, unquoted; the first of a name counts
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final Pattern ITEM =
      Pattern.compile(
          ("(?<name>TOKEN)[ \t]*+=[ \t]*+(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<bare>TOKEN))"
                  + "|(?<scheme>TOKEN)")
              .replace("TOKEN", TOKEN));

  Challenge {
    parameters = Map.copyOf(parameters);
  }

  /**
   * All that an answer asks for, in its order: a header may hold several, and there may be more.
   */
  static List<Challenge> of(List<String> headers) {
    List<Challenge> all = new ArrayList<>();
    headers.forEach(header -> read(header, all));
    return all;
  }

  /** The parameters of a header that has no scheme before them. */
  static Map<String, String> parameters(String header) {
    return read(header, new ArrayList<>());
  }

  /**
   * Adds what has a scheme; answers what stands before the first one. What is neither is skipped.
   */
  private static Map<String, String> read(String header, List<Challenge> all) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> present = before;
    String scheme = null;
    for (Matcher item = ITEM.matcher(header); item.find(); ) {
      if (item.group("scheme") == null) {
        present.putIfAbsent(lower(item.group("name")), value(item));
      } else {
        add(scheme, present, all);
        scheme = lower(item.group("scheme"));
        present = new LinkedHashMap<>();
      }
    }
    add(scheme, present, all);
    return before;
  }

  private static void add(
      @Nullable String scheme, Map<String, String> parameters, List<Challenge> all) {
    if (scheme != null) {
      all.add(new Challenge(scheme, parameters));
    }
  }

  private static String value(Matcher item) {
    String quoted = item.group("quoted");
    return quoted == null ? item.group("bare") : quoted.replaceAll("\\\\(.)", "$1");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** A parameter; null where it is missing. */
  @Nullable String get(String name) {
    return parameters.get(name);
  }
}
