package dev.davit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes views as JSON: components in snake_case, absent where they are null. A type that is none
 * of a view's is refused, so that nothing is shown by accident.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static byte[] of(View view) {
    return bytes(view);
  }

  /** A document of maps, lists and texts, such as OpenAPI's. */
  static byte[] of(Map<String, ?> document) {
    return bytes(document);
  }

  private static byte[] bytes(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof View view) {
      json.writeStartObject();
      for (ViewPart part : ViewPart.of(view.getClass())) {
        member(json, part.name(), part.of(view));
      }
      json.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        member(json, entry.getKey().toString(), entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      scalar(json, value);
    }
  }

  private static void member(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      write(json, value);
    }
  }

  private static void scalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof String || value instanceof Instant) {
      json.writeString(wellFormed(value.toString()));
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      throw new IllegalStateException(value.getClass() + " is not to be shown");
    }
  }

  /** Names at providers may hold half a surrogate pair, which UTF-8 has no bytes for. */
  private static String wellFormed(String text) {
    return Texts.isWellFormed(text) ? text : text.replaceAll("\\p{Cs}", "\uFFFD");
  }
}
