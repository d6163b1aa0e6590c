package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Words;

/**
 * Words that look like the vendor's (seen, such as at example-code.com/powershell/
 * hotmail_refresh_access_token.asp): those of personal accounts have signs in them that forms must
 * encode. What is in them is nobody's business but the vendor's.
 */
final class Opaque {
  private static final String GRANT = "(M\\.C|1\\.A).+";

  private Opaque() {}

  /**
   * A code or a refresh token.
   *
   * @param kind 2 or 0, in those of personal accounts
   */
  static String grant(MicrosoftAccount account, String kind) {
    return account.isPersonal()
        ? Words.random("M.C540_BAY." + kind + ".U.-") + "*!$$"
        : Words.random("1.AXoA");
  }

  static boolean canBeGrant(String word) {
    return word.matches(GRANT);
  }

  /** An access token. */
  static String access(MicrosoftAccount account) {
    return account.isPersonal() ? Words.random("EwB4A+/") + "==" : Words.random("eyJ0eXAiOiJKV1Qi");
  }
}
