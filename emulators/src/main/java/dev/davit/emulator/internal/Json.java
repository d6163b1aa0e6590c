package dev.davit.emulator.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON the way PHP does: slashes are escaped, and so is all that is not ASCII. */
public final class Json {
  private static final int PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;

  private Json() {}

  /** Answers with this value. */
  public static void send(HttpServletResponse response, int status, Object value)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(text(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Maps, collections, texts, numbers, booleans and null. */
  public static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String string ? quoted(string) : String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(escaped((char) c)));
    return json.append('"').toString();
  }

  private static String escaped(char c) {
    if (c == '"' || c == '\\' || c == '/') {
      return "\\" + c;
    }
    return c >= PRINTABLE && c < DELETE
        ? String.valueOf(c)
        : String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
