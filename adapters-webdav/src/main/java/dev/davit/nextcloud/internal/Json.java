package dev.davit.nextcloud.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text (RFC 8259), of which only what is asked for is looked at. What is not
 * there, or is something else than was asked for, is absent.
 */
public final class Json {
  private static final Json ABSENT = new Json(null);

  private final @Nullable Object value;

  Json(@Nullable Object value) {
    this.value = value;
  }

  /** The value of a whole text; empty if it is no JSON, or too deep. */
  public static Optional<Json> parse(String text) {
    return JsonReader.read(text);
  }

  /** The member of this name. */
  public Json get(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name)
        ? new Json(members.get(name))
        : ABSENT;
  }

  /** This, if it is a text. */
  public Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** This, if it is true or false. */
  public Optional<Boolean> flag() {
    return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** This, if it is a whole number. */
  public Optional<Long> number() {
    return value instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /** Says nothing of what is in it. */
  @Override
  public String toString() {
    return "[json]";
  }
}
