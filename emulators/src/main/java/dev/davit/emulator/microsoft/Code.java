package dev.davit.emulator.microsoft;

import java.time.Instant;

/**
 * What a browser brings back to the client, to be exchanged for tokens.
 *
 * @param word the code itself
 * @param request what was asked for
 * @param until when it ends: "typically, they expire after about 10 minutes"
 */
record Code(String word, AuthorizeRequest request, MicrosoftAccount account, Instant until) {
  @Override
  public String toString() {
    return "code of " + account;
  }
}
