package dev.davit.emulator.microsoft;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Gives the first tokens for a code ("Redeem a code for an access token"). */
final class Redemption {
  private final World world;
  private final TokenAnswer answers;

  Redemption(World world) {
    this.world = world;
    answers = new TokenAnswer(world.clock());
  }

  Map<String, Object> redeem(Form form, MicrosoftClient client, Authority authority) {
    String word = form.require("code");
    String uri = form.require("redirect_uri");
    Code code = world.codes().take(word, client);
    check(code, uri, form.get("code_verifier"), authority);
    Asked asked = form.has("scope") ? Asked.of(form.get("scope")) : code.request().asked();
    Grant grant = world.tokens().newGrant(code.account(), client);
    Set<String> granted = Granted.to(grant, asked, world.consents());
    if (!code.request().asked().has(Scopes.OFFLINE_ACCESS)) {
      granted = without(granted);
    }
    Issued issued = world.tokens().issue(grant, granted);
    return answers.of(issued, asked, code.request().nonce(), form.get("client_info").equals("1"));
  }

  private static Set<String> without(Set<String> granted) {
    Set<String> online = new LinkedHashSet<>(granted);
    online.remove(Scopes.OFFLINE_ACCESS);
    return online;
  }

  private static void check(Code code, String uri, String verifier, Authority authority) {
    AuthorizeRequest request = code.request();
    if (!authority.letsIn(code.account())) {
      throw AadSts.OTHER_TENANT.about();
    }
    if (!request.back().uri().equals(uri)) {
      throw AadSts.REPLY_MISMATCH.about(uri, request.back().uri());
    }
    if (!request.challenge().isMetBy(verifier)) {
      throw AadSts.VERIFIER_MISMATCH.about();
    }
  }
}
