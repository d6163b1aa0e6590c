package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.PlayedBrowser;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A user who has an account and knows what to answer; who may not consent, cancels. */
final class MicrosoftUser implements PlayedBrowser.User {
  private final MicrosoftAccount account;
  private final Decision decision;

  MicrosoftUser(MicrosoftAccount account, Decision decision) {
    this.account = account;
    this.decision = decision;
  }

  @Override
  public void answer(String action, String page, BiConsumer<String, String> field) {
    field.accept("account", account.oid());
    if (action.equals(LoginPages.CONSENT)) {
      boolean may = page.contains("id=\"accept\"");
      Decision answer = may ? decision : Decision.CANCEL;
      field.accept("answer", answer.name().toLowerCase(Locale.ROOT));
    }
  }
}
