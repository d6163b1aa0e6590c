package dev.davit.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host its name, or its address without brackets
 * @param port from 1 to 65535
 */
record HostAndPort(String host, int port) {
  private static final Pattern FORM = Pattern.compile("(\\[[^]]+]|[^:]+)(?::(\\d{1,5}))?");

  /**
   * Reads {@code host} or {@code host:port}, where an IPv6 address is in brackets.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static HostAndPort parse(String text, int usualPort) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not host or host:port");
    }
    String port = matcher.group(2);
    return new HostAndPort(
        matcher.group(1).replaceAll("[\\[\\]]", ""),
        port == null ? usualPort : Integer.parseInt(port));
  }
}
