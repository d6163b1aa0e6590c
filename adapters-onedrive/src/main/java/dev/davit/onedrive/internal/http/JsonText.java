package dev.davit.onedrive.internal.http;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, texts and flags; numbers into longs where that loses
 * nothing. Only so deep.
 */
final class JsonText {
  private static final int DEEPEST = 32;
  private static final Pattern SHORT = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern BOUNDED = Pattern.compile("[-+0-9.]{1,40}(?:[eE][+]?[0-9]{1,2})?");

  private final JsonReader reader;

  private JsonText(JsonReader reader) {
    this.reader = reader;
  }

  /** Fails if it is not one object and nothing else. */
  static Map<String, @Nullable Object> object(byte[] text) throws IOException {
    try (JsonReader reader = JsonProviders.createReader(text)) {
      if (reader.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      Map<String, @Nullable Object> object = new JsonText(reader).object(0);
      if (reader.nextToken() != JsonToken.END_DOCUMENT) {
        throw new IOException("more than one value");
      }
      return object;
    }
  }

  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (reader.nextToken() == JsonToken.FIELD_NAME) {
      String name = reader.getFieldName();
      fields.put(name, value(reader.nextToken(), depth + 1));
    }
    return fields;
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonToken next = reader.nextToken();
        next != JsonToken.END_ARRAY;
        next = reader.nextToken()) {
      values.add(value(next, depth + 1));
    }
    return values;
  }

  private @Nullable Object value(JsonToken token, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("too deep");
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case STRING -> reader.getString();
      case NUMBER -> number(reader.getText());
      case BOOLEAN -> reader.getBoolean();
      case NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, END_DOCUMENT -> throw new IOException("no value");
    };
  }

  private static @Nullable Object number(String text) {
    if (SHORT.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    try {
      return BOUNDED.matcher(text).matches()
          ? (Object) new BigDecimal(text).longValueExact()
          : text;
    } catch (ArithmeticException e) {
      return Double.valueOf(text);
    }
  }
}
