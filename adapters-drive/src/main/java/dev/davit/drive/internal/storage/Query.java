package dev.davit.drive.internal.storage;

/** The query language of {@code files.list} (Google: "Search query terms and operators"). */
final class Query {
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

  /** What has these words in its name or in its text. */
  static String matching(String words) {
    String text = words.replace('"', ' ').strip();
    String inside = text.isEmpty() ? "" : " or fullText contains " + quoted(text);
    return "(name contains " + quoted(words) + inside + ") and trashed=false";
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
