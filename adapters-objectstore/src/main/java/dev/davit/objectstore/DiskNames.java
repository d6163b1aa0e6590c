package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Which names a file or folder may have, and which are ours. */
final class DiskNames {
  static final int MAX_BYTES = 255;
  private static final String HIDDEN = ".davit-";
  private static final int LONGEST_EXTENSION = 16;

  private DiskNames() {}

  /** Refuses a name that a user wants to give, in words. */
  static void check(String name) {
    if (!isUsable(name)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST,
          "This name can't be used here: a name has 1 to 255 bytes and no slash, is not . or ..,"
              + " and does not begin with "
              + HIDDEN
              + ".");
    }
  }

  /** Whether it is one name and no path, and not one of our own. */
  static boolean isUsable(String name) {
    return !name.isEmpty()
        && name.indexOf('/') < 0
        && name.indexOf(File.separatorChar) < 0
        && name.indexOf('\0') < 0
        && !name.equals(".")
        && !name.equals("..")
        && !isHidden(name)
        && isOfGoodLength(name);
  }

  /** Whether it is a name under which a write is going on; on any file system, in any case. */
  static boolean isHidden(String name) {
    return name.regionMatches(true, 0, HIDDEN, 0, HIDDEN.length());
  }

  /** Where the bytes of a write arrive. */
  static String temporary(String tag) {
    return HIDDEN + tag + ".part";
  }

  /** The wanted name for 1, and {@code report (2).pdf} and so on for the numbers after it. */
  static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean extended = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
    String end = extended ? name.substring(dot) : "";
    String rest = " (" + number + ")" + end;
    String start = name.substring(0, name.length() - end.length());
    return cut(start, MAX_BYTES - bytes(rest)) + rest;
  }

  private static String cut(String text, int most) {
    String cut = text;
    while (bytes(cut) > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  /** False for half a surrogate pair, too, which has no bytes. */
  private static boolean isOfGoodLength(String name) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name));
      return bytes.remaining() <= MAX_BYTES;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
