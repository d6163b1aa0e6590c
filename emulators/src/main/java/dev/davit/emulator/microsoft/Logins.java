package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Attempt;
import dev.davit.emulator.oauth.Attempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What happens between the authorization endpoint and the way back. Every account is signed in, in
 * every browser.
 */
final class Logins {
  private final World world;
  private final Attempts<AuthorizeRequest> attempts = new Attempts<>("esctx-");
  private final Decisions decisions;

  Logins(World world) {
    this.world = world;
    decisions = new Decisions(world);
  }

  /** A client sent a browser here. */
  void begin(AuthorizeRequest wanted, HttpServletResponse response) throws IOException {
    Optional<MicrosoftAccount> account = known(wanted);
    if (wanted.prompts("none")) {
      silently(wanted, account, response);
      return;
    }
    Attempt<AuthorizeRequest> attempt = attempts.begin(wanted, response);
    if (account.isPresent()) {
      proceed(attempt, account.get(), response);
    } else {
      LoginPages.accounts(response, attempt, offered(wanted));
    }
  }

  /**
   * "Either sign in the sole current user, show the account picker if there are multiple users";
   * {@code login_hint} picks one.
   */
  private Optional<MicrosoftAccount> known(AuthorizeRequest wanted) {
    if (wanted.prompts("select_account") || wanted.prompts("login")) {
      return Optional.empty();
    }
    List<MicrosoftAccount> hinted = hinted(wanted);
    return hinted.size() == 1 ? Optional.of(hinted.get(0)) : Optional.empty();
  }

  /** Those that {@code login_hint} may mean; all when it means none. */
  private List<MicrosoftAccount> hinted(AuthorizeRequest wanted) {
    List<MicrosoftAccount> all = world.accounts().all();
    List<MicrosoftAccount> named =
        all.stream()
            .filter(one -> one.email().equalsIgnoreCase(wanted.loginHint()))
            .filter(wanted.back().authority()::letsIn)
            .toList();
    return named.isEmpty() ? all : named;
  }

  /** Logging in again is for the account that is hinted at, if one is. */
  private List<MicrosoftAccount> offered(AuthorizeRequest wanted) {
    return wanted.prompts("login") ? hinted(wanted) : world.accounts().all();
  }

  /** Without a page, or not at all. */
  private void silently(
      AuthorizeRequest wanted, Optional<MicrosoftAccount> account, HttpServletResponse response)
      throws IOException {
    boolean nobody = world.accounts().all().isEmpty();
    MicrosoftAccount who =
        account.orElseThrow(
            () -> nobody ? AadSts.LOGIN_REQUIRED.about() : AadSts.WHICH_ACCOUNT.about());
    wanted.back().authority().check(who, wanted.client());
    if (decisions.asksFor(wanted, who)) {
      throw AadSts.CONSENT_INTERACTION.about(wanted.client().id());
    }
    decisions.accept(wanted, who, response);
  }

  private void proceed(
      Attempt<AuthorizeRequest> attempt, MicrosoftAccount account, HttpServletResponse response)
      throws IOException {
    AuthorizeRequest wanted = attempt.request();
    refuse(wanted, account);
    if (decisions.needsAdmin(wanted, account)) {
      LoginPages.needsAdmin(response, attempt, account);
    } else if (decisions.asksFor(wanted, account)) {
      LoginPages.consent(response, attempt, account);
    } else if (attempts.end(attempt)) {
      decisions.accept(wanted, account, response);
    }
  }

  /** An account that is not let in is told so on a page, where another can be picked. */
  private static void refuse(AuthorizeRequest wanted, MicrosoftAccount account) {
    try {
      wanted.back().authority().check(account, wanted.client());
    } catch (StsError e) {
      throw new OnPage(e);
    }
  }

  /** A form was sent. */
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Attempt<AuthorizeRequest> attempt = attempts.of(request).orElseThrow(OnPage::forged);
    boolean decides = request.getServletPath().equals(LoginPages.CONSENT);
    String answer = String.valueOf(request.getParameter("answer"));
    if (answer.equals("cancel")) {
      end(attempt);
      decisions.decline(attempt.request(), chosen(request), response);
    } else if (decides && answer.equals("accept")) {
      MicrosoftAccount account = chosen(request).orElseThrow(OnPage::forged);
      refuse(attempt.request(), account);
      end(attempt);
      decisions.accept(attempt.request(), account, response);
    } else if (decides) {
      throw OnPage.forged();
    } else {
      proceed(attempt, chosen(request).orElseThrow(OnPage::forged), response);
    }
  }

  private void end(Attempt<AuthorizeRequest> attempt) {
    if (!attempts.end(attempt)) {
      throw OnPage.forged();
    }
  }

  private Optional<MicrosoftAccount> chosen(HttpServletRequest request) {
    return world.accounts().byOid(String.valueOf(request.getParameter("account")));
  }
}
