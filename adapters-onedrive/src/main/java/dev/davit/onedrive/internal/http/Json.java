package dev.davit.onedrive.internal.http;

import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, to be looked at. What is absent, null or of another type than asked for is null.
 * What a parser says of a text it can't read is never passed on.
 */
public final class Json {
  private static final String TYPE = "application/json";
  private static final int MOST = 16 * 1024 * 1024;
  private static final int MOST_UNWANTED = 1024 * 1024;
  private static final Json EMPTY = new Json(Map.of());

  private final Map<String, @Nullable Object> fields;

  private Json(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /**
   * Reads the body of an answer that says yes. Does not close it.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is no object, is too large, or says
   *     that something went wrong after all; {@link ErrorKind#UNAVAILABLE} if it broke off
   */
  public static Json read(Answer answer) {
    return unspoilt(report(answer));
  }

  /**
   * Looks at the body of an answer that says yes and of which nothing else is wanted: nothing, or
   * what {@link #read} would take.
   */
  static void none(Answer answer) {
    byte[] body = bytes(answer, MOST_UNWANTED);
    if (body.length > 0) {
      unspoilt(parse(body));
    }
  }

  private static Json unspoilt(Json json) {
    if (json.has("error")) {
      throw Faults.protocol(new IOException("an error inside a success"));
    }
    return json;
  }

  /** The same for what may well tell of an error, such as a monitor. */
  public static Json report(Answer answer) {
    return parse(bytes(answer, MOST));
  }

  /** What an answer holds, if that is a JSON object of at most that many bytes; else nothing. */
  public static Json lenient(Answer answer, int most) {
    try {
      return parse(bytes(answer, most));
    } catch (CloudException e) {
      return EMPTY;
    }
  }

  /**
   * Reads a text.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is no object
   */
  public static Json parse(byte[] text) {
    try {
      return new Json(JsonText.object(text));
    } catch (IOException | RuntimeException e) {
      throw Faults.protocol(new IOException("not the JSON that was asked for"));
    }
  }

  /** As a request's body: maps, lists, texts, numbers, flags and nulls. */
  public static Payload payload(Map<String, ? extends @Nullable Object> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter writer = JsonProviders.createWriter(out)) {
      writer.writeUntyped(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Payload.of(out.toByteArray(), TYPE);
  }

  private static byte[] bytes(Answer answer, int most) {
    try {
      byte[] bytes = answer.body().readNBytes(most + 1);
      if (bytes.length > most) {
        throw Faults.protocol(new IOException("more JSON than is ever sent"));
      }
      return bytes;
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Whether it is there and not null, of whatever type. */
  public boolean has(String name) {
    return fields.get(name) != null;
  }

  /** The names of all its fields, in order. */
  public Set<String> names() {
    return fields.keySet();
  }

  public @Nullable String text(String name) {
    return fields.get(name) instanceof String text ? text : null;
  }

  /** A whole number that a long can hold. */
  public @Nullable Long number(String name) {
    return fields.get(name) instanceof Long number ? number : null;
  }

  /** Whether it is there and true. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  public @Nullable Json object(String name) {
    return object(fields.get(name));
  }

  /** Its objects; what else is among them is left out. */
  public @Nullable List<Json> list(String name) {
    if (!(fields.get(name) instanceof List<?> values)) {
      return null;
    }
    List<Json> objects = new ArrayList<>(values.size());
    for (Object value : values) {
      Json one = object(value);
      if (one != null) {
        objects.add(one);
      }
    }
    return objects;
  }

  /** Its whole numbers; what else is among them is left out. Empty where there are none. */
  public List<Long> numbers(String name) {
    return fields.get(name) instanceof List<?> values
        ? values.stream().filter(Long.class::isInstance).map(Long.class::cast).toList()
        : List.of();
  }

  /** Its texts; what else is among them is left out. */
  public @Nullable List<String> texts(String name) {
    return fields.get(name) instanceof List<?> values
        ? values.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : null;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Json object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Json((Map<String, @Nullable Object>) map) : null;
  }

  /** Names only: what they stand for may be anything. */
  @Override
  public String toString() {
    return "JSON " + names();
  }
}
