package dev.davit.emulator.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The query of an address. */
public final class QueryString {
  private QueryString() {}

  /**
   * Its parameters in their order; of one that comes twice the first.
   *
   * @param refusal of what is not encoded as it should be
   */
  public static Map<String, String> read(
      @Nullable String query, Supplier<? extends RuntimeException> refusal) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        values.putIfAbsent(
            decoded(parts[0], refusal), parts.length > 1 ? decoded(parts[1], refusal) : "");
      }
    }
    return values;
  }

  /** A part of an address without its percent signs; a plus is a space. */
  public static String decoded(String text, Supplier<? extends RuntimeException> refusal) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refusal.get();
    }
  }
}
