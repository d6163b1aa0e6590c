package dev.davit.emulator.nextcloud;

import java.security.SecureRandom;

/** Random words of letters and digits (nextcloud/server, {@code LoginFlowV2Service}). */
final class Tokens {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int FLOW = 128;
  private static final int APP_PASSWORD = 72;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  static String flow() {
    return random(FLOW);
  }

  static String appPassword() {
    return random(APP_PASSWORD);
  }

  private static String random(int length) {
    StringBuilder word = new StringBuilder();
    RANDOM.ints(length, 0, LETTERS.length()).forEach(at -> word.append(LETTERS.charAt(at)));
    return word.toString();
  }
}
