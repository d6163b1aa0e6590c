package dev.davit.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query of an address: percent-encoded UTF-8, {@code +} for a space, nothing twice,
 * nothing unknown.
 */
final class Query {
  private Query() {}

  /**
   * The parameters by name.
   *
   * @param others whether those that are unknown are overlooked
   */
  static Fields parse(@Nullable String raw, Set<String> known, boolean others) {
    Map<String, String> fields = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        if (known.contains(name(pair))) {
          add(fields, pair);
        } else if (!pair.isEmpty() && !others) {
          throw Texts.refused("There is a parameter in the address that is unknown here.");
        }
      }
    }
    return new Fields(fields);
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  private static void add(Map<String, String> fields, String pair) {
    int equals = pair.indexOf('=');
    String name = name(pair);
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
    if (fields.putIfAbsent(name, Texts.check(name, value)) != null) {
      throw Texts.refused(name, "The parameter " + name + " is there twice.");
    }
  }

  /** Undoes percent-encoding. */
  static String decode(String raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        out.write(octet(raw, i));
        i += 2;
      } else {
        out.writeBytes((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Texts.utf8(out.toByteArray());
  }

  private static int octet(String raw, int at) {
    int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 2), 16);
    if (low < 0) {
      throw Texts.refused("The address is not well-formed.");
    }
    return high * 16 + low;
  }
}
