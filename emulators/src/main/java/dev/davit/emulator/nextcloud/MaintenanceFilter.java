package dev.davit.emulator.nextcloud;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Maintenance: 503 and {@code X-Nextcloud-Maintenance-Mode: 1} before anything else is looked at, a
 * password too; {@code status.php} goes on telling (general.rst; nextcloud/server, {@code
 * OC::checkMaintenanceMode}, {@code ocs/v1.php}).
 */
final class MaintenanceFilter extends HttpFilter {
  private final transient NextcloudFaults faults;

  MaintenanceFilter(NextcloudFaults faults) {
    this.faults = faults;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (!faults.maintenance() || path.equals("/status.php") || path.startsWith("/emulator")) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("X-Nextcloud-Maintenance-Mode", "1");
    response.setHeader("Retry-After", "120");
    switch (Refusals.of(request)) {
      case DAV -> SabreError.of(503, "System is in maintenance mode.").send(response);
      case OCS -> Ocs.failed(503, 503, "Service unavailable").send(request, response);
      case PUBLIC -> {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        Page.send(response, "Maintenance mode", "<p>This server is in maintenance mode.</p>");
      }
    }
  }
}
