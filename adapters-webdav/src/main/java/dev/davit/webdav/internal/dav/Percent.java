package dev.davit.webdav.internal.dav;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Percent-encoding of one segment of a path (RFC 3986, 2.1). Whatever is not unreserved is encoded,
 * sub-delimiters too: some servers read {@code ;} as the start of a parameter.
 */
final class Percent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Percent() {}

  /** The one spelling of these bytes. */
  static String encode(byte[] bytes) {
    if (isUnreserved(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      if (isUnreserved(b)) {
        text.append((char) b);
      } else {
        text.append('%').append(HEX.toHexDigits(b));
      }
    }
    return text.toString();
  }

  /** The bytes that a text stands for; what is not encoded as it should be stands for itself. */
  static byte[] decode(String text) {
    return isPlain(text) ? text.getBytes(StandardCharsets.ISO_8859_1) : decodeAny(text);
  }

  /** Whether all of it stands for itself, in ASCII. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' || text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static byte[] decodeAny(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      if (isEncoded(text, at)) {
        bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
        at += 3;
      } else if (text.charAt(at) < 0x80) {
        bytes.write(text.charAt(at++));
      } else {
        int point = text.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point);
      }
    }
    return bytes.toByteArray();
  }

  /** Bytes as a person reads them: UTF-8, or ISO 8859-1 where they can't be that. */
  static String readable(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  static boolean isOdd(byte[] bytes) {
    String text = readable(bytes);
    return !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
        || text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '/' || c == '\\');
  }

  private static boolean isEncoded(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static boolean isUnreserved(byte[] bytes) {
    for (byte b : bytes) {
      if (!isUnreserved(b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
