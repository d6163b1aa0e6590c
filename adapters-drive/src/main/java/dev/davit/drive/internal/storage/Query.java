package dev.davit.drive.internal.storage;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The query language of {@code files.list} (Google: "Search query terms and operators"). */
final class Query {
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final int MOST_WORDS = 20;

  private Query() {}

  /** A text in quotes, in which nothing is syntax: backslashes first, then quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** What is in a folder and not in the bin. Never for several folders: that loses entries. */
  static String childrenOf(String folder) {
    return quoted(folder) + " in parents and trashed=false";
  }

  /** What is in a folder and has this name but for upper and lower case, and is not in the bin. */
  static String named(String folder, String name) {
    return "name=" + quoted(name) + " and " + childrenOf(folder);
  }

  /**
   * What has all these words in its name, each at the beginning of one there, or in its text. What
   * separates words finds nothing at Google, and is left out where there are words.
   */
  static String matching(String text) {
    List<String> words =
        SEPARATORS.splitAsStream(text).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return "name contains " + quoted(text) + " and trashed=false";
    }
    String names =
        words.stream()
            .map(word -> "name contains " + quoted(word))
            .collect(Collectors.joining(" and "));
    String inside = "fullText contains " + quoted(String.join(" ", words));
    return "((" + names + ") or " + inside + ") and trashed=false";
  }

  /** What carries a mark of ours and is not in the bin. */
  static String marked(String key, String value) {
    return "appProperties has { key="
        + quoted(key)
        + " and value="
        + quoted(value)
        + " } and trashed=false";
  }
}
