package dev.davit;

import java.net.URI;
import java.time.Duration;

/**
 * A connect by OAuth that waits for the user at the provider.
 *
 * @param page where to send the user's browser; holds the state, so it belongs into no log
 * @param flow a short public name of this flow, letters and digits, by which the host names the
 *     cookie that holds the binding; {@link OAuthAnswer#flow} answers the same of what comes back
 * @param lifetime how long the user has, and the cookie need live
 */
public record StartedOAuth(URI page, String flow, Duration lifetime) {
  @Override
  public String toString() {
    return "StartedOAuth[flow=" + flow + "]";
  }
}
