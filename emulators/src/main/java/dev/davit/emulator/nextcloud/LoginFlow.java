package dev.davit.emulator.nextcloud;

import java.time.Instant;

/**
 * Somebody's client that wants to be let in (LoginFlow/index.rst, "Login flow v2").
 *
 * @param pollToken what the client asks with
 * @param loginToken what stands in the address that the user opens
 * @param client its User-Agent, which names the app password
 * @param until when it is forgotten: 20 minutes after it began
 */
record LoginFlow(String pollToken, String loginToken, String client, Instant until) {
  /**
   * What the client gets when the user said yes.
   *
   * @param server the address to use, without a slash at the end
   */
  record Granted(String server, AppPassword password) {}

  @Override
  public String toString() {
    return "login of " + client;
  }
}
