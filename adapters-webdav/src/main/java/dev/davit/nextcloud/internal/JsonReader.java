package dev.davit.nextcloud.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text from left to right. */
final class JsonReader {
  private static final int MAX_DEPTH = 32;
  private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]*+");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Optional<Json> read(String text) {
    JsonReader reader = new JsonReader(text);
    try {
      Object value = reader.value(0);
      reader.take(BLANK);
      return reader.at == text.length() ? Optional.of(new Json(value)) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** Null stands for JSON's null. */
  private @Nullable Object value(int depth) {
    take(BLANK);
    if (depth > MAX_DEPTH || at == text.length()) {
      throw new Malformed();
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new HashMap<>();
    at++;
    if (skip('}')) {
      return members;
    }
    do {
      take(BLANK);
      String name = string();
      require(':');
      Object value = value(depth);
      if (value != null) {
        members.put(name, value);
      }
    } while (skip(','));
    require('}');
    return members;
  }

  private List<Object> array(int depth) {
    List<Object> values = new ArrayList<>();
    at++;
    if (skip(']')) {
      return values;
    }
    do {
      Object value = value(depth);
      if (value != null) {
        values.add(value);
      }
    } while (skip(','));
    require(']');
    return values;
  }

  private String string() {
    String raw = take(STRING);
    return ESCAPE
        .matcher(raw.substring(1, raw.length() - 1))
        .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1), match.group(2))));
  }

  private static String unescaped(@Nullable String hex, @Nullable String letter) {
    if (hex != null) {
      return String.valueOf((char) Integer.parseInt(hex, 16));
    }
    return switch (String.valueOf(letter)) {
      case "b" -> "\b";
      case "f" -> "\f";
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      default -> String.valueOf(letter);
    };
  }

  private Object number() {
    String digits = take(NUMBER);
    return WHOLE.matcher(digits).matches() ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
  }

  private @Nullable Object word(String word, @Nullable Object meaning) {
    if (!text.startsWith(word, at)) {
      throw new Malformed();
    }
    at += word.length();
    return meaning;
  }

  private void require(char character) {
    if (!skip(character)) {
      throw new Malformed();
    }
  }

  private boolean skip(char character) {
    take(BLANK);
    boolean there = at < text.length() && text.charAt(at) == character;
    at += there ? 1 : 0;
    return there;
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new Malformed();
    }
    at = matcher.end();
    return matcher.group();
  }

  /** It is no JSON. Has no stack: it does not get far. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("no JSON", null, false, false);
    }
  }
}
