package dev.davit.emulator.microsoft.graph;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where the vendor's other hosts are: at the emulator's origin, too. To those who speak to Graph at
 * {@code localhost} they are at {@code 127.0.0.1}, so that a client can be seen to change hosts.
 */
final class Hosts {
  private Hosts() {}

  /** Where downloads and uploads are, without a slash at the end. */
  static String files(HttpServletRequest request) {
    String name = request.getServerName().replace("localhost", "127.0.0.1");
    return request.getScheme() + "://" + name + ":" + request.getServerPort();
  }
}
