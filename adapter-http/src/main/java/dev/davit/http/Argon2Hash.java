package dev.davit.http;

import java.util.regex.Pattern;

/**
 * The form of a stored hash. Its parameters must be ours, so that a row that somebody altered can't
 * ask for gigabytes.
 */
final class Argon2Hash {
  static final int MEMORY_KIB = 19 * 1024;
  static final int PASSES = 2;
  static final int LANES = 1;
  static final int BYTES = 32;

  private static final Pattern OURS =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m="
              + MEMORY_KIB
              + ",t="
              + PASSES
              + ",p="
              + LANES
              + "\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");

  private Argon2Hash() {}

  static boolean isOurs(String hash) {
    return OURS.matcher(hash).matches();
  }
}
