package dev.davit.emulator.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a request, each at most once; those without a value count as omitted (RFC 6749,
 * 3.1 and 3.2). The vendor says in which words one is refused.
 */
public abstract class FormFields {
  /** The type of a body that has some. */
  protected static final String TYPE = "application/x-www-form-urlencoded";

  private static final int LARGEST = 64 * 1024;

  private final Map<String, String> fields;

  /**
   * Reads them.
   *
   * @throws MalformedForm when one is there twice, or not encoded as it should be
   */
  protected FormFields(String encoded) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      add(pair, found);
    }
    fields = Map.copyOf(found);
  }

  private static void add(String pair, Map<String, String> found) {
    int equals = pair.indexOf('=');
    if (equals < 0 || equals == pair.length() - 1) {
      return;
    }
    String name = decoded(pair.substring(0, equals));
    if (found.put(name, decoded(pair.substring(equals + 1))) != null) {
      throw new MalformedForm(name);
    }
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedForm("");
    }
  }

  /** The query of an address; empty when there is none. */
  protected static String queryOf(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  /** Whether the body says that it is a form. */
  protected static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  /** The body, or its first 64 KiB. */
  protected static String bodyOf(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST);
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether it is there, with a value. */
  public final boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Its value; empty when it was omitted. */
  public final String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Its value, which must be there. */
  public final String require(String name) {
    if (!has(name)) {
      throw missing(name);
    }
    return get(name);
  }

  /** What the vendor says when one is missing. */
  protected abstract RuntimeException missing(String name);

  /** What is there. */
  public final Set<String> names() {
    return fields.keySet();
  }

  /** Only the names: values are secrets. */
  @Override
  public final String toString() {
    return fields.keySet().toString();
  }
}
