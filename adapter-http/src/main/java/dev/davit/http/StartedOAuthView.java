package dev.davit.http;

import dev.davit.StartedOAuth;

/**
 * A connect that waits for the user at the provider.
 *
 * @param authorizationUrl where to send the browser
 */
record StartedOAuthView(String authorizationUrl) implements View {
  static StartedOAuthView of(StartedOAuth started) {
    return new StartedOAuthView(started.page().toString());
  }

  @Override
  public String toString() {
    return "StartedOAuthView[]";
  }
}
