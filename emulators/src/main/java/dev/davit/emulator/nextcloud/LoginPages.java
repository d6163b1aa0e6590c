package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The user's side of Login Flow v2, as plain pages: open, log in, grant or deny (nextcloud/server,
 * {@code core/Controller/ClientFlowLoginV2Controller.php}). The real one has no button to deny; one
 * closes the page.
 */
final class LoginPages extends HttpServlet {
  static final String[] PATTERNS = {"/login/v2/*", "/index.php/login/v2/*", "/login"};

  private final transient LoginFlows flows;
  private final transient Accounts accounts;
  private final transient Addresses addresses;
  private final transient BruteForce bruteForce;
  private final transient Browser.All browsers = new Browser.All();

  LoginPages(LoginFlows flows, Accounts accounts, Addresses addresses, BruteForce bruteForce) {
    this.flows = flows;
    this.accounts = accounts;
    this.addresses = addresses;
    this.bruteForce = bruteForce;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = page(request);
    Browser browser = browsers.of(request, response);
    if (page.startsWith("/flow/")) {
      open(page.substring("/flow/".length()), browser, request, response);
    } else if (page.equals("/flow")) {
      picker(browser, request, response);
    } else if (page.equals("/grant")) {
      grantPage(browser, request, response);
    } else if (page.isEmpty() && request.getServletPath().equals("/login")) {
      Page.login(request, response, "");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = page(request);
    Browser browser = browsers.of(request, response);
    switch (page) {
      case "" -> logIn(browser, request, response);
      case "/grant" -> decide(true, browser, request, response);
      case "/deny" -> decide(false, browser, request, response);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static String page(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? "" : info;
  }

  private void open(
      String token, Browser browser, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (flows.byLogin(token).isEmpty()) {
      Page.forbidden(response, "Your login token is invalid or has expired");
      return;
    }
    browser.opened(token);
    Page.redirect(response, request.getContextPath() + "/login/v2/flow");
  }

  private void picker(Browser browser, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LoginFlow> flow = flows.byLogin(browser.loginToken());
    if (flow.isEmpty()) {
      Page.forbidden(response, "Your login token is invalid or has expired");
      return;
    }
    String next = request.getContextPath() + "/login/v2/grant?stateToken=" + browser.newState();
    Page.send(
        response,
        "Connect to your account",
        "<p>Please log in before granting <strong>"
            + Xml.escape(flow.get().client())
            + "</strong> access to your Nextcloud account.</p>"
            + ("<p><a id=\"login\" href=\"" + next + "\">Log in</a></p>"));
  }

  private void grantPage(Browser browser, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String state = String.valueOf(request.getParameter("stateToken"));
    Optional<LoginFlow> flow = flows.byLogin(browser.loginToken());
    Account account = browser.account();
    if (!browser.isState(state) || flow.isEmpty()) {
      Page.forbidden(response, "State token does not match");
    } else if (account == null) {
      String back = "/login/v2/grant?stateToken=" + state;
      Page.redirect(
          response,
          request.getContextPath()
              + "/login?redirect_url="
              + URLEncoder.encode(back, StandardCharsets.UTF_8));
    } else {
      Page.grant(request, response, flow.get(), account, state);
    }
  }

  private void logIn(Browser browser, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Account> account =
        accounts
            .byLogin(String.valueOf(request.getParameter("user")))
            .filter(found -> found.password().equals(request.getParameter("password")));
    if (account.isEmpty()) {
      bruteForce.failed();
      Page.login(request, response, "Wrong login or password.");
      return;
    }
    browser.loggedIn(account.get());
    String back = String.valueOf(request.getParameter("redirect_url"));
    Page.redirect(
        response, request.getContextPath() + (back.startsWith("/login/v2/") ? back : "/login"));
  }

  private void decide(
      boolean yes, Browser browser, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Account account = browser.account();
    Optional<LoginFlow> flow = flows.byLogin(browser.loginToken());
    if (account == null || flow.isEmpty() || !browser.isState(request.getParameter("stateToken"))) {
      Page.forbidden(response, "State token does not match");
      return;
    }
    browser.done();
    if (yes) {
      flows.grant(flow.get(), account, addresses.server(request));
      Page.send(response, "Account connected", "<p id=\"done\">You can close this window.</p>");
    } else {
      flows.deny(flow.get());
      Page.send(response, "Not connected", "<p id=\"denied\">Nothing was granted.</p>");
    }
  }
}
