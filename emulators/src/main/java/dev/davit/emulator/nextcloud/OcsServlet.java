package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The OCS calls that a client of files needs. */
final class OcsServlet extends HttpServlet {
  static final String PATTERN = "/ocs/v2.php/*";

  private final transient Accounts accounts;
  private final transient UserData users;

  OcsServlet(Accounts accounts, UserData users) {
    this.accounts = accounts;
    this.users = users;
  }

  /**
   * Every call must say {@code OCS-APIRequest: true} (OCS/ocs-api-overview.rst), or it is taken for
   * a forged one: 412 (nextcloud/server, {@code SecurityMiddleware},
   * CrossSiteRequestForgeryException).
   */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"true".equals(request.getHeader("OCS-APIRequest"))) {
      Json.send(response, 412, Map.of("message", "CSRF check failed"));
    } else {
      answer(request).send(request, response);
    }
  }

  private Ocs answer(HttpServletRequest request) {
    Identity identity = Identity.of(request);
    return switch (request.getMethod() + " " + request.getPathInfo()) {
      case "GET /cloud/user" -> Ocs.ok(users.of(identity.account()));
      case "DELETE /core/apppassword" -> deleteAppPassword(identity);
      case "GET /core/getapppassword" -> newAppPassword(identity, request);
      default -> Ocs.failed(404, 998, "Invalid query, please check the syntax.");
    };
  }

  /** LoginFlow/index.rst, "Deleting an app password". */
  private Ocs deleteAppPassword(Identity identity) {
    if (identity.appPassword().isEmpty()) {
      return Ocs.failed(403, 403, "no app password in use");
    }
    accounts.revoke(identity.appPassword());
    return Ocs.ok(List.of());
  }

  /** LoginFlow/index.rst, "Converting to app passwords". */
  private Ocs newAppPassword(Identity identity, HttpServletRequest request) {
    if (!identity.appPassword().isEmpty()) {
      return Ocs.failed(403, 403, "You cannot request an new apppassword with an apppassword");
    }
    String client = String.valueOf(request.getHeader("User-Agent"));
    return Ocs.ok(Map.of("apppassword", accounts.grant(identity.account(), client).token()));
  }
}
