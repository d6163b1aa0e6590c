package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Where requests come from. */
final class Addresses {
  /** What proxies add to requests that they pass on (RFC 7239, RFC 9110 7.6.3, and custom). */
  private static final Set<String> PASSED_ON = Set.of("forwarded", "via", "x-real-ip");

  private Addresses() {}

  /** As limits count it: an IPv6 client owns a /64. */
  static String of(HttpServletRequest request) {
    return network(plain(request));
  }

  /**
   * Whether a request was made on this machine, by its name of itself, and was not passed on: pages
   * elsewhere reach this machine by names of their own.
   */
  static boolean isHere(HttpServletRequest request) {
    return isLoopback(plain(request))
        && Origins.isLoopback(request.getServerName())
        && Collections.list(request.getHeaderNames()).stream().noneMatch(Addresses::isPassedOn);
  }

  private static boolean isPassedOn(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return PASSED_ON.contains(name) || name.startsWith("x-forwarded");
  }

  private static String plain(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : address.replace("[", "").replace("]", "");
  }

  private static boolean isLoopback(String address) {
    try {
      return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, 8) + "/64";
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
