package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;

/** The addresses that the server says it has, right or wrong. */
final class Addresses {
  private final NextcloudFaults faults;

  Addresses(NextcloudFaults faults) {
    this.faults = faults;
  }

  /** Without a slash at the end. */
  String server(HttpServletRequest request) {
    return faults.advertised().orElseGet(() -> asAsked(request));
  }

  private static String asAsked(HttpServletRequest request) {
    return request.getScheme()
        + ("://" + request.getServerName() + ":" + request.getServerPort())
        + request.getContextPath();
  }
}
