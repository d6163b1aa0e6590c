package dev.davit.internal.input;

import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ListRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks of what callers hand in; each answers the value, or refuses it naming the field. */
public final class Inputs {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}( ?;[ -~]{0,200})?");

  private Inputs() {}

  /** A name of a file or folder: not blank, no control characters, so many UTF-8 bytes at most. */
  public static String name(String value, int bytes) {
    if (value.isBlank()
        || !isShowable(value)
        || value.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw Problems.field(
          "name", "A name has 1 to " + bytes + " bytes, none of them a control character.");
    }
    return value;
  }

  /** What a user calls a connection, without blanks around it. */
  public static String displayName(String value) {
    String name = value.strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > 100 || !isShowable(name)) {
      throw Problems.field(
          "display_name", "A display name has 1 to 100 characters, none a control character.");
    }
    return name;
  }

  /** A media type (RFC 9110, 8.3.1), parameters included. */
  public static String mediaType(String value) {
    if (!MEDIA_TYPE.matcher(value).matches()) {
      throw Problems.field("content_type", "The content type is not a media type.");
    }
    return value;
  }

  /** What is searched for: not blank, no control characters, 200 characters at most. */
  public static String words(String value) {
    if (value.isBlank() || value.codePointCount(0, value.length()) > 200 || !isShowable(value)) {
      throw Problems.field(
          "q", "What to search for has 1 to 200 characters, none of them a control character.");
    }
    return value;
  }

  /** The size of a page. */
  public static int limit(int value) {
    if (value < 1 || value > ListRequest.MAX_LIMIT) {
      throw Problems.field("limit", "The limit of a page is 1 to " + ListRequest.MAX_LIMIT + ".");
    }
    return value;
  }

  /** Fields that a user typed: whole characters, so that they are the same after they were kept. */
  public static SecretFields fields(SecretFields fields) {
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (hasHalfCharacters(value.reveal())) {
                throw Problems.field(name, "The field " + name + " is not well-formed text.");
              }
            });
    return fields;
  }

  /** Whether a text can be shown: no control characters and no half surrogate pairs. */
  public static boolean isShowable(String value) {
    return value.codePoints().noneMatch(Character::isISOControl) && !hasHalfCharacters(value);
  }

  private static boolean hasHalfCharacters(String value) {
    return value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
