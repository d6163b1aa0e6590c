package dev.davit.emulator.google;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which account it is about. Every account is signed in, in every browser. */
final class Chooser {
  private final Accounts accounts;

  Chooser(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Those that the user is to choose from. */
  List<GoogleAccount> offered(AuthorizationRequest request) {
    return accounts.all().stream().filter(request::offers).toList();
  }

  /**
   * The account that need not be chosen: the one that {@code login_hint} names, or the only one;
   * none when the client wants the user to choose (web-server, {@code login_hint} and {@code
   * prompt}).
   */
  Optional<GoogleAccount> known(AuthorizationRequest request) {
    List<GoogleAccount> offered = offered(request);
    if (request.prompts("select_account")) {
      return Optional.empty();
    }
    return offered.size() == 1
        ? Optional.of(offered.get(0))
        : accounts.find(request.loginHint()).filter(offered::contains);
  }

  /** The account that a form names. */
  GoogleAccount chosen(@Nullable String sub) {
    return accounts
        .find(String.valueOf(sub))
        .orElseThrow(() -> OAuthError.invalidRequest("There is no such account."));
  }
}
