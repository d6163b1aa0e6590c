package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;

/** Where requests come from, as limits count it: an IPv6 client owns a /64. */
final class Addresses {
  private Addresses() {}

  static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : network(address.replace("[", "").replace("]", ""));
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
      return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, 8) + "/64";
    } catch (java.net.UnknownHostException e) {
      return address;
    }
  }
}
