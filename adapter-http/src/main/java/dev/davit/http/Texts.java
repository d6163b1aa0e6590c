package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What every text that a client sends must be, wherever it stands. */
final class Texts {
  private static final int MAX = 8192;

  private Texts() {}

  /**
   * The text, if it is no longer than 8,192 characters and holds neither control characters nor
   * half a surrogate pair.
   */
  static String check(String field, String text) {
    if (text.length() > MAX) {
      throw refused(field, "The field " + field + " is too long.");
    }
    if (!isWellFormed(text) || text.chars().anyMatch(Character::isISOControl)) {
      throw refused(field, "The field " + field + " holds characters that it may not.");
    }
    return text;
  }

  static CloudException refused(String field, String message) {
    return new CloudException(ErrorKind.INVALID_REQUEST, message, Hints.field(field));
  }

  static CloudException refused(String message) {
    return new CloudException(ErrorKind.INVALID_REQUEST, message);
  }

  /** Decodes UTF-8 and nothing that only resembles it. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("The request is not in UTF-8.");
    }
  }

  static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
