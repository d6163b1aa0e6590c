package dev.davit.emulator.google;

import java.time.Instant;
import java.util.Set;

/**
 * What a browser brings back to the client, to be exchanged for tokens.
 *
 * @param word the code itself
 * @param request what was asked for
 * @param scopes what was granted
 * @param withRefresh whether a refresh token is due
 * @param until when it ends: ten minutes after it was given, the most that RFC 6749, 4.1.2, allows
 */
record Code(
    String word,
    AuthorizationRequest request,
    GoogleAccount account,
    Set<String> scopes,
    boolean withRefresh,
    Instant until) {
  @Override
  public String toString() {
    return "code of " + account;
  }
}
