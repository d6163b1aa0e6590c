package dev.davit.emulator.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids in the vendor's form. */
final class Guids {
  private static final int HIGH_HALF = 19;

  private Guids() {}

  /** The same for the same text, in each run. */
  static String of(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** One of a personal account: the upper half is zeros. */
  static String personal(String text) {
    return "00000000-0000-0000-" + of(text).substring(HIGH_HALF);
  }

  static String random() {
    return UUID.randomUUID().toString();
  }
}
