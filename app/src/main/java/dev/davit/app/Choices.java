package dev.davit.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of which a setting is one, whatever their case, and what each means. */
final class Choices<T> {
  private final Map<String, T> meanings = new LinkedHashMap<>();

  /** These, and one more. */
  Choices<T> or(String word, T meaning) {
    meanings.put(word, meaning);
    return this;
  }

  /** What a word means; null if it is none of them. */
  @Nullable T meaning(String word) {
    return meanings.get(word.toLowerCase(Locale.ROOT));
  }

  /** Such as {@code one, two or three}. */
  String words() {
    List<String> words = new ArrayList<>(meanings.keySet());
    String last = words.remove(words.size() - 1);
    return words.isEmpty() ? last : String.join(", ", words) + " or " + last;
  }
}
