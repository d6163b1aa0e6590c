package dev.davit.emulator.google;

import dev.davit.emulator.oauth.PlayedBrowser;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A user who has an account and knows what to answer. */
final class GoogleUser implements PlayedBrowser.User {
  private static final Pattern BOX = Pattern.compile("name=\"scope\" checked value=\"([^\"]+)\"");

  private final GoogleAccount account;
  private final Decision decision;

  GoogleUser(GoogleAccount account, Decision decision) {
    this.account = account;
    this.decision = decision;
  }

  @Override
  public void answer(String action, String page, BiConsumer<String, String> field) {
    field.accept("account", account.sub());
    if (action.equals(AuthPages.CONSENT)) {
      field.accept("answer", decision.allowed() ? "allow" : "cancel");
      BOX.matcher(page)
          .results()
          .map(box -> box.group(1))
          .filter(scope -> !decision.unticked().contains(scope))
          .forEach(scope -> field.accept("scope", scope));
    }
  }
}
