package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a device is to forget everything, and that it did (RemoteWipe/index.rst). */
final class WipeServlet extends HttpServlet {
  static final String[] PATTERNS = {"/core/wipe/*", "/index.php/core/wipe/*"};

  private final transient Accounts accounts;

  WipeServlet(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<AppPassword> marked =
        Optional.ofNullable(request.getParameter("token"))
            .flatMap(accounts::appPassword)
            .filter(AppPassword::wipe);
    if (marked.isEmpty()) {
      Json.send(response, HttpServletResponse.SC_NOT_FOUND, List.of());
    } else if ("/success".equals(request.getPathInfo())) {
      accounts.revoke(marked.get().token());
      Json.send(response, HttpServletResponse.SC_OK, List.of());
    } else {
      Json.send(response, HttpServletResponse.SC_OK, Map.of("wipe", true));
    }
  }
}
