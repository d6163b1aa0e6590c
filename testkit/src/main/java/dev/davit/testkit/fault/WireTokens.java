package dev.davit.testkit.fault;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was sent to prove who one is, to be looked for in many texts. Thousands of signatures begin
 * alike: only where a beginning is found are those that begin so looked for. Safe for use by many
 * threads.
 */
final class WireTokens {
  private static final int BEGINNING = 8;

  private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();

  /** Adds what stands after the scheme, if anything does. */
  void add(String authorization) {
    String token = authorization.replaceFirst("^\\S* ", "");
    if (!token.isEmpty()) {
      String beginning = token.substring(0, Math.min(BEGINNING, token.length()));
      tokens.computeIfAbsent(beginning, any -> ConcurrentHashMap.newKeySet()).add(token);
    }
  }

  /** Whether a text holds any of them. */
  boolean areIn(String text) {
    return tokens.entrySet().stream()
        .filter(alike -> text.contains(alike.getKey()))
        .anyMatch(alike -> alike.getValue().stream().anyMatch(text::contains));
  }
}
