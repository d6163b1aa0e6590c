package dev.davit.outbound.transfer;

import java.net.URI;

/** Scheme, host and port of an address (RFC 6454). */
public final class Origin {
  private Origin() {}

  /**
   * Whether two addresses have the same.
   *
   * @param known one with a scheme and a host
   * @param other any
   */
  public static boolean same(URI other, URI known) {
    return known.getScheme().equalsIgnoreCase(other.getScheme())
        && known.getHost().equalsIgnoreCase(other.getHost())
        && port(known) == port(other);
  }

  /** The port, or the one that the scheme implies. */
  public static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
