package dev.davit.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses as operators type them; null where they are not of the kind that is asked for. */
final class SettingsAddresses {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private SettingsAddresses() {}

  /** https, or http on this machine, and nothing after the port. */
  static @Nullable URI origin(String text) {
    URI uri = server(text);
    return uri != null && isSafe(uri) ? uri : null;
  }

  /** https, or http on this machine, and perhaps a path. */
  static @Nullable URI page(String text) {
    URI uri = parse(text);
    return uri != null && isSafe(uri) ? uri : null;
  }

  /** This machine, with or without TLS, and nothing after the port. */
  static @Nullable URI here(String text) {
    URI uri = origin(text);
    return uri != null && THIS_MACHINE.contains(uri.getHost()) ? uri : null;
  }

  /** http or https, and nothing after the port. */
  static @Nullable URI server(String text) {
    URI uri = parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    return uri != null && isWeb(uri) && uri.getRawPath().isEmpty() ? uri : null;
  }

  private static boolean isWeb(URI uri) {
    return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
  }

  /** Whether nobody in between can read what goes there: https, or http on this machine. */
  static boolean isSafe(URI uri) {
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
  }

  /** An address with a host, and without user info, query or fragment. */
  private static @Nullable URI parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return plain ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
