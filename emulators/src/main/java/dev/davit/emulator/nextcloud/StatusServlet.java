package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code status.php}, open to anyone (nextcloud/server, {@code status.php}). */
final class StatusServlet extends HttpServlet {
  static final String PATTERN = "/status.php";

  private final transient NextcloudFaults faults;

  StatusServlet(NextcloudFaults faults) {
    this.faults = faults;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("installed", true);
    status.put("maintenance", faults.maintenance());
    status.put("needsDbUpgrade", false);
    status.put("version", "31.0.8.1");
    status.put("versionstring", "31.0.8");
    status.put("edition", "");
    status.put("productname", "Nextcloud");
    status.put("extendedSupport", false);
    response.setHeader("Access-Control-Allow-Origin", "*");
    Json.send(response, HttpServletResponse.SC_OK, status);
  }
}
