package dev.davit.http;

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
    return "http".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
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

  private static String of(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
