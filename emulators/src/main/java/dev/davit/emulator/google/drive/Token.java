package dev.davit.emulator.google.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a search query (guides/search-files, guides/ref-search-terms).
 *
 * @param kind what it is
 * @param text of a value in quotes: without them and the backslashes before {@code '} and {@code \}
 */
record Token(Kind kind, String text) {
  enum Kind {
    WORD,
    TEXT,
    SIGN,
    END
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "\\s*(?:(?<word>[A-Za-z][A-Za-z0-9]*)|'(?<text>[^'\\\\]*+(?:\\\\['\\\\][^'\\\\]*+)*+)'"
              + "|(?<sign><=|>=|!=|[=<>(){}])|(?<end>$))");

  /**
   * Takes a query apart.
   *
   * @throws DriveError 400 where it is none
   */
  static List<Token> of(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = NEXT.matcher(query);
    int at = 0;
    do {
      if (!matcher.region(at, query.length()).lookingAt()) {
        throw Refusals.invalid("q");
      }
      tokens.add(of(matcher));
      at = matcher.end();
    } while (tokens.get(tokens.size() - 1).kind != Kind.END);
    return tokens;
  }

  private static Token of(Matcher matcher) {
    if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"));
    }
    if (matcher.group("text") != null) {
      return new Token(Kind.TEXT, matcher.group("text").replaceAll("\\\\(.)", "$1"));
    }
    return matcher.group("sign") == null
        ? new Token(Kind.END, "")
        : new Token(Kind.SIGN, matcher.group("sign"));
  }

  /** Whether a query has this word outside of quotes. */
  static boolean has(String query, String word) {
    return of(query).stream().anyMatch(token -> token.is(Kind.WORD, word));
  }

  boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }
}
