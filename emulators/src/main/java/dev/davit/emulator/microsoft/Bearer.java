package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.BearerToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Knows who calls Graph. */
final class Bearer {
  /** As Graph's 401 has it (seen; 00000003-… is Graph itself). */
  private static final String CHALLENGE =
      "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/"
          + "authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";

  private final World world;

  Bearer(World world) {
    this.world = world;
  }

  Optional<Caller> of(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<String> sent = BearerToken.of(request);
    Optional<AccessToken> token = sent.flatMap(world.tokens()::access);
    Optional<Caller> caller = token.filter(world.tokens()::isGood).map(this::caller);
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", CHALLENGE);
      GraphError.invalidToken(why(sent.isPresent(), token.isPresent()))
          .send(request, response, world.clock().instant());
    }
    return caller;
  }

  private Caller caller(AccessToken token) {
    Grant grant = token.grant();
    return new Caller(grant.account(), world.clients().now(grant.client()), token.scopes());
  }

  private static String why(boolean sent, boolean known) {
    if (!sent) {
      return "Access token is empty.";
    }
    return known
        ? "Lifetime validation failed, the token is expired."
        : "CompactToken parsing failed with error code: 80049217";
  }
}
