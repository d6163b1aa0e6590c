package dev.davit.emulator.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What is left of lists that came in pages, by page token. Safe for use by several threads. */
public final class Pages {
  /**
   * The rest of a list.
   *
   * @param query what was asked: a token is good for the same question only
   */
  private record Rest(String query, List<String> ids) {}

  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private final Supplier<String> tokens;
  private final Supplier<? extends RuntimeException> refusal;

  /**
   * Nothing is left of any list yet.
   *
   * @param tokens makes tokens that nobody guesses
   * @param refusal of a token that there is not, or that comes with another question
   */
  public Pages(Supplier<String> tokens, Supplier<? extends RuntimeException> refusal) {
    this.tokens = tokens;
    this.refusal = refusal;
  }

  /** What a token stands for; empty without one. A token can be used again. */
  public Optional<List<String>> rest(String token, String query) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Rest rest = rests.get(token);
    if (rest == null || !rest.query().equals(query)) {
      throw refusal.get();
    }
    return Optional.of(rest.ids());
  }

  /** A token for what is left. */
  public String token(String query, List<String> left) {
    String token = tokens.get();
    rests.put(token, new Rest(query, List.copyOf(left)));
    return token;
  }
}
