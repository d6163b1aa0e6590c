package dev.davit.http;

import dev.davit.StartedLogin;

/**
 * A log-in that waits for the user on a server's page.
 *
 * @param flow what its owner asks after it with
 * @param loginUrl where to send the user
 * @param expiresIn how many seconds the user has
 * @param interval how many seconds to wait between asking
 */
record StartedLoginView(String flow, String loginUrl, long expiresIn, long interval)
    implements View {

  static StartedLoginView of(StartedLogin login) {
    return new StartedLoginView(
        login.flow().reveal(),
        login.page().toString(),
        login.lifetime().toSeconds(),
        login.interval().toSeconds());
  }

  @Override
  public String toString() {
    return "StartedLoginView[]";
  }
}
