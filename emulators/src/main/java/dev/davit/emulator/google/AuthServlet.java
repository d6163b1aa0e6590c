package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Attempt;
import dev.davit.emulator.oauth.Attempts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization endpoint, {@code /o/oauth2/v2/auth} at accounts.google.com, and the pages that
 * follow. A wrong request is told to the user on a page, never to the client.
 */
final class AuthServlet extends HttpServlet {
  static final String[] PATTERNS = {"/o/oauth2/v2/auth", AuthPages.ACCOUNT, AuthPages.CONSENT};

  private final transient World world;
  private final transient Attempts<AuthorizationRequest> attempts = new Attempts<>("GAPS_");
  private final transient Chooser chooser;
  private final transient Decisions decisions;

  AuthServlet(World world) {
    this.world = world;
    chooser = new Chooser(world.accounts());
    decisions = new Decisions(world);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      AuthorizationRequest wanted = AuthorizationRequest.of(Form.ofQuery(request), world.clients());
      Optional<GoogleAccount> account = chooser.known(wanted);
      if (wanted.prompts("none")) {
        silently(wanted, account).send(response);
      } else {
        open(attempts.begin(wanted, response), account, response);
      }
    } catch (OAuthError refused) {
      AuthPages.error(response, refused);
    }
  }

  /** Without a page, or not at all (OpenID Connect Core, 3.1.2.6). */
  private Redirect silently(AuthorizationRequest wanted, Optional<GoogleAccount> account) {
    return account
        .map(
            known ->
                decisions.asksFor(wanted, known)
                    ? Redirect.with(wanted, "consent_required")
                    : decisions.allow(wanted, known, wanted.scopes(), false))
        .orElseGet(() -> Redirect.with(wanted, "login_required"));
  }

  private void open(
      Attempt<AuthorizationRequest> attempt,
      Optional<GoogleAccount> account,
      HttpServletResponse response)
      throws IOException {
    if (account.isPresent()) {
      proceed(attempt, account.get(), response);
    } else {
      AuthPages.accounts(response, attempt, chooser.offered(attempt.request()));
    }
  }

  private void proceed(
      Attempt<AuthorizationRequest> attempt, GoogleAccount account, HttpServletResponse response)
      throws IOException {
    AuthorizationRequest wanted = attempt.request();
    if (decisions.asksFor(wanted, account)) {
      AuthPages.consent(response, attempt, account);
    } else if (attempts.end(attempt)) {
      decisions.allow(wanted, account, wanted.scopes(), false).send(response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Attempt<AuthorizationRequest> attempt = attempts.of(request).orElseThrow(AuthServlet::forged);
      GoogleAccount account = chooser.chosen(request.getParameter("account"));
      if (request.getServletPath().equals(AuthPages.ACCOUNT)) {
        proceed(attempt, account, response);
      } else if (request.getServletPath().equals(AuthPages.CONSENT) && attempts.end(attempt)) {
        decide(attempt.request(), account, request).send(response);
      } else {
        throw forged();
      }
    } catch (OAuthError refused) {
      AuthPages.error(response, refused);
    }
  }

  private Redirect decide(
      AuthorizationRequest wanted, GoogleAccount account, HttpServletRequest request) {
    String[] ticked = request.getParameterValues("scope");
    return "allow".equals(request.getParameter("answer"))
        ? decisions.allowTicked(wanted, account, ticked == null ? Set.of() : Set.of(ticked))
        : Redirect.with(wanted, "access_denied");
  }

  private static OAuthError forged() {
    return new OAuthError(
        HttpServletResponse.SC_FORBIDDEN,
        "invalid_request",
        "This page is not, or no longer, yours to answer.");
  }
}
