package dev.davit.emulator.google;

/**
 * What came of one code: a refresh token, those that replaced it, and their access tokens.
 *
 * @param number of its own
 */
record Family(long number, GoogleAccount account, GoogleClient client) {
  boolean is(GoogleAccount whose, String project) {
    return account.equals(whose) && client.project().equals(project);
  }
}
