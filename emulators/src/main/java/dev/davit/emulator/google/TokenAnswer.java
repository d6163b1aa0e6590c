package dev.davit.emulator.google;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the token endpoint says when it gives tokens (web-server, "Exchange authorization code").
 */
final class TokenAnswer {
  private final World world;

  TokenAnswer(World world) {
    this.world = world;
  }

  /**
   * The answer as JSON.
   *
   * @param nonce for the id token; empty for none
   */
  Map<String, Object> of(Issued issued, String nonce) {
    AccessToken access = issued.access();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", access.token());
    answer.put("expires_in", Tokens.ACCESS_LIFETIME.toSeconds());
    issued.refresh().ifPresent(refresh -> putRefresh(refresh, answer));
    answer.put("scope", String.join(" ", new TreeSet<>(access.scopes())));
    answer.put("token_type", "Bearer");
    if (access.scopes().contains(Scopes.OPENID)) {
      answer.put("id_token", world.idTokens().of(access, nonce));
    }
    return answer;
  }

  /**
   * With {@code refresh_token_expires_in} where it ends of itself. The page says so of time-based
   * access only; projects in "Testing" have it, too (seen in many answers, as 604799).
   */
  private void putRefresh(RefreshToken refresh, Map<String, Object> answer) {
    answer.put("refresh_token", refresh.token());
    GoogleClient client = world.clients().now(refresh.family().client());
    refresh
        .until(client)
        .ifPresent(
            end ->
                answer.put(
                    "refresh_token_expires_in",
                    Duration.between(world.clock().instant(), end).toSeconds()));
  }
}
