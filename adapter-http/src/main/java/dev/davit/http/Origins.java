package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a page comes from, and whether that is here. */
final class Origins {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private Origins() {}

  static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null;
  }

  static boolean isPlainLoopback(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost());
  }

  /** Whether a machine calls itself so. */
  static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether it is the address of a page: safe, and without user info, query or fragment. */
  static boolean isPage(URI url) {
    return (isHttps(url) || isPlainLoopback(url))
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  /**
   * Whether a browser says that a request was made by a page of this server. Clients that are no
   * browser say nothing, and are taken at that.
   *
   * @param site the header {@code Sec-Fetch-Site}
   * @param origin the header {@code Origin}
   * @param host the header {@code Host}
   */
  static boolean isOwn(
      URI publicUrl, @Nullable String site, @Nullable String origin, @Nullable String host) {
    return (site == null || OWN_SITE.contains(site))
        && (origin == null || origin.equals(of(publicUrl)) || sameAuthority(origin, host));
  }

  private static boolean sameAuthority(String origin, @Nullable String host) {
    return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }

  static boolean isOwn(URI publicUrl, HttpServletRequest request) {
    return isOwn(
        publicUrl,
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Host"));
  }

  /** Whether two addresses have one origin (RFC 6454). */
  static boolean isSame(URI one, URI other) {
    return of(one).equals(of(other));
  }

  /** An address's origin as browsers write it: lower case, without a port that goes unsaid. */
  static String of(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int unsaid = scheme.equals("https") ? 443 : 80;
    String port = url.getPort() < 0 || url.getPort() == unsaid ? "" : ":" + url.getPort();
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
  }
}
