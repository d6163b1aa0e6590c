package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Which names a storage takes. */
enum Names {
  /** Any name of 1 to 255 bytes, as providers have it that know entries by ids. */
  FREE {
    @Override
    boolean takes(String name) {
      return isOfGoodLength(name);
    }
  },
  /** As a folder on a disk: no slash, no NUL, and neither of the two names that lead elsewhere. */
  OF_A_DISK {
    @Override
    boolean takes(String name) {
      return isOfGoodLength(name)
          && name.indexOf('/') < 0
          && name.indexOf('\0') < 0
          && !name.equals(".")
          && !name.equals("..");
    }
  };

  private static final int MAX_BYTES = 255;

  abstract boolean takes(String name);

  void check(String name) {
    if (!takes(name)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "This name can't be used here: choose another one.");
    }
  }

  /** The first of {@code report (2).pdf}, {@code report (3).pdf}, … that is not taken. */
  static String another(String name, Predicate<String> taken) {
    int dot = name.lastIndexOf('.');
    String end = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
    String start = name.substring(0, name.length() - end.length());
    for (int number = 2; ; number++) {
      String rest = " (" + number + ")" + end;
      String candidate = cut(start, MAX_BYTES - bytes(rest)) + rest;
      if (!taken.test(candidate)) {
        return candidate;
      }
    }
  }

  private static String cut(String text, int bytes) {
    String cut = text;
    while (bytes(cut) > bytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static boolean isOfGoodLength(String name) {
    return !name.isEmpty() && bytes(name) <= MAX_BYTES;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
