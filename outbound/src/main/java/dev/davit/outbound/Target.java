package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.net.URI;

/**
 * A parsed address, from whose parts requests are built: never from the text that was typed. Being
 * a target says that it is well-formed, not that it may be reached; the guard judges that anew at
 * each use.
 *
 * @param scheme {@code https} or {@code http}
 * @param host in one spelling: a name in lower case without a dot at its end, a dotted quad, or
 *     IPv6 without brackets as {@link java.net.InetAddress#getHostAddress} has it
 * @param port 1 to 65535
 * @param path raw and encoded (RFC 3986, 3.3), starts with {@code /}, at most 8,192 characters;
 *     without query and fragment, and with no segment that is {@code .} or {@code ..}, encoded or
 *     not
 */
public record Target(String scheme, String host, int port, String path) {
  /**
   * Checks each part.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#ADDRESS_REFUSED} if one
   *     is not as above
   */
  public Target {
    if (!TargetGrammar.isScheme(scheme)
        || !HostGrammar.isCanonical(host)
        || port < 1
        || port > TargetGrammar.MAX_PORT
        || !PathGrammar.isPath(path)) {
      throw Refusal.of(Reason.SYNTAX);
    }
  }

  /**
   * Another path at the same origin.
   *
   * @param rawPath as in {@link #path()}
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#ADDRESS_REFUSED} if it
   *     is none
   */
  public Target withPath(String rawPath) {
    return new Target(scheme, host, port, rawPath);
  }

  /** The host and port as they stand in an address; the port only where the scheme implies none. */
  public String authority() {
    String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == TargetGrammar.defaultPort(scheme) ? bracketed : bracketed + ":" + port;
  }

  public URI uri() {
    return URI.create(scheme + "://" + authority() + path);
  }

  /** Whether scheme, host and port are the same (RFC 6454). */
  public boolean sameOrigin(Target other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  boolean isTls() {
    return scheme.equals(TargetGrammar.HTTPS);
  }

  @Override
  public String toString() {
    return uri().toString();
  }
}
