package dev.davit.emulator.google.drive;

import java.util.List;
import java.util.function.Predicate;

/**
 * Reads {@code q} (guides/search-files): terms, with {@code not}, {@code and}, {@code or} and round
 * brackets; what is not in the vendor's table of terms and operators (guides/ref-search-terms) is
 * refused.
 */
final class QueryParser {
  private final List<Token> tokens;
  private final Terms terms;
  private int at;

  QueryParser(String query, Terms terms) {
    this.tokens = Token.of(query);
    this.terms = terms;
  }

  Predicate<Item> parse() {
    Predicate<Item> result = either();
    expect(Token.Kind.END, "");
    return result;
  }

  private Predicate<Item> either() {
    Predicate<Item> result = both();
    while (takeWord("or")) {
      result = result.or(both());
    }
    return result;
  }

  private Predicate<Item> both() {
    Predicate<Item> result = single();
    while (takeWord("and")) {
      result = result.and(single());
    }
    return result;
  }

  private Predicate<Item> single() {
    if (takeWord("not")) {
      return single().negate();
    }
    if (takeSign("(")) {
      Predicate<Item> inner = either();
      expect(Token.Kind.SIGN, ")");
      return inner;
    }
    return term();
  }

  private Predicate<Item> term() {
    if (peek().kind() == Token.Kind.TEXT) {
      String value = next().text();
      expect(Token.Kind.WORD, "in");
      return terms.in(word(), value);
    }
    String field = word();
    if (takeWord("has")) {
      return has(field);
    }
    return comparison(field);
  }

  private Predicate<Item> comparison(String field) {
    if (field.equals("sharedWithMe") && peek().kind() != Token.Kind.SIGN) {
      return terms.compare(field, "=", "true");
    }
    if (field.equals("sharedWithMe") && peek().is(Token.Kind.SIGN, ")")) {
      return terms.compare(field, "=", "true");
    }
    String operator = next().text();
    Token value = next();
    boolean text = value.kind() == Token.Kind.TEXT;
    if (text == Terms.BOOLEANS.contains(field) || value.kind() == Token.Kind.SIGN) {
      throw Refusals.invalid("q");
    }
    return terms.compare(field, operator, value.text());
  }

  private Predicate<Item> has(String field) {
    expect(Token.Kind.SIGN, "{");
    expect(Token.Kind.WORD, "key");
    expect(Token.Kind.SIGN, "=");
    String key = text();
    expect(Token.Kind.WORD, "and");
    expect(Token.Kind.WORD, "value");
    expect(Token.Kind.SIGN, "=");
    String value = text();
    expect(Token.Kind.SIGN, "}");
    return terms.has(field, key, value);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      throw Refusals.invalid("q");
    }
    at++;
    return token;
  }

  private String word() {
    return of(Token.Kind.WORD);
  }

  private String text() {
    return of(Token.Kind.TEXT);
  }

  private String of(Token.Kind kind) {
    Token token = next();
    if (token.kind() != kind) {
      throw Refusals.invalid("q");
    }
    return token.text();
  }

  private void expect(Token.Kind kind, String text) {
    if (!peek().is(kind, text)) {
      throw Refusals.invalid("q");
    }
    at++;
  }

  private boolean takeWord(String word) {
    return take(Token.Kind.WORD, word);
  }

  private boolean takeSign(String sign) {
    return take(Token.Kind.SIGN, sign);
  }

  private boolean take(Token.Kind kind, String text) {
    boolean there = peek().is(kind, text);
    at += there ? 1 : 0;
    return there;
  }
}
