package dev.davit.emulator.microsoft;

import java.util.Map;

/** Gives new tokens for a refresh token ("Refresh the access token"). */
final class Refreshing {
  private static final String TOKEN = "refresh_token";

  private final World world;
  private final TokenAnswer answers;

  Refreshing(World world) {
    this.world = world;
    answers = new TokenAnswer(world.clock());
  }

  /** Scopes are those of the consents, not of the token: "valid for all permissions". */
  Map<String, Object> refresh(Form form, MicrosoftClient client, Authority authority) {
    RefreshToken token = good(form.require(TOKEN), client, authority);
    Asked asked =
        form.has("scope") ? Asked.of(form.get("scope")) : new Asked(token.scopes(), false);
    Issued issued =
        world
            .tokens()
            .use(token, Granted.to(token.grant(), asked, world.consents()))
            .orElseThrow(() -> AadSts.INVALID_GRANT.about(TOKEN));
    return answers.of(issued, asked, "", form.get("client_info").equals("1"));
  }

  private RefreshToken good(String word, MicrosoftClient client, Authority authority) {
    RefreshToken token =
        world
            .tokens()
            .refresh(word)
            .filter(found -> found.grant().client().id().equals(client.id()))
            .orElseThrow(() -> AadSts.INVALID_GRANT.about(TOKEN));
    if (!authority.letsIn(token.grant().account())) {
      throw AadSts.OTHER_TENANT.about();
    }
    if (token.revoked()) {
      throw token.grant().account().isPersonal()
          ? AadSts.INVALID_GRANT.about(TOKEN)
          : AadSts.REVOKED.about(token.issued());
    }
    if (token.isOver(world.clock().instant())) {
      throw AadSts.INACTIVE.about(token.issued());
    }
    return token;
  }
}
