package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphPath;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user types to find something, as Graph's search takes it. SharePoint reads it in a
 * language of its own ("Keyword Query Language (KQL) syntax reference"): what is syntax there is
 * left out or loses its meaning, and so does what no path of Graph's can have in it.
 */
final class Words {
  private static final Pattern SYNTAX =
      Pattern.compile("[\"*:()<>=+|/\\\\?#%&{}\\[\\]\\p{Cntrl}\\s]+");
  private static final Pattern OPERATOR =
      Pattern.compile("AND|OR|NOT|NEAR|ONEAR|WORDS|XRANK|ALL|ANY|NONE");
  private static final Pattern EXCLUSION = Pattern.compile("^[-~]+");
  private static final Pattern SENSE = Pattern.compile(".*[\\p{L}\\p{N}].*");
  private static final int MOST = 20;

  private Words() {}

  /** The words between single spaces; empty if there is nothing to look for. */
  static String plain(String typed) {
    String words =
        SYNTAX
            .splitAsStream(typed)
            .map(word -> EXCLUSION.matcher(word).replaceFirst(""))
            .map(word -> OPERATOR.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : word)
            .filter(word -> !word.isEmpty())
            .limit(MOST)
            .collect(Collectors.joining(" "));
    return SENSE.matcher(words).matches() ? words : "";
  }

  /** A function of Graph's with a text in quotes, in which quotes are doubled. */
  static String search(String plain) {
    return "search(q='" + GraphPath.segment(plain.replace("'", "''")) + "')";
  }
}
