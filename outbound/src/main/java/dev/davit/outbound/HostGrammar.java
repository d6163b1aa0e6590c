package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The hosts that can be named at all, each in one spelling. */
final class HostGrammar {
  private static final int MAX_NAME = 253;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /**
   * The last label begins with a letter (RFC 1123, 2.1), so that no reader can take the name for an
   * address: {@code 127.1}, {@code 0x7f000001}.
   */
  private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*+(?=[a-z])" + LABEL);

  /**
   * Top names that mean something on a local network or nothing at all (RFC 6761, 6762, 7686, 8375,
   * 9476, ICANN's reserved {@code internal}, and common usage).
   */
  private static final Set<String> LOCAL_ENDS =
      Set.of(
          "alt",
          "arpa",
          "corp",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "onion",
          "private",
          "svc",
          "test");

  private HostGrammar() {}

  /**
   * The host of an authority: a dotted quad, IPv6 in brackets, or a name of letters, digits and
   * hyphens, perhaps with a dot at its end.
   *
   * @return as in {@link Target#host()}
   */
  static String parse(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return IpLiteral.parse(text.substring(1, text.length() - 1))
          .filter(Inet6Address.class::isInstance)
          .map(InetAddress::getHostAddress)
          .orElseThrow(() -> Refusal.of(Reason.SYNTAX));
    }
    return literal(text).isPresent() ? text : name(text);
  }

  private static String name(String text) {
    String name = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    String lower = name.toLowerCase(Locale.ROOT);
    if (!isName(lower)) {
      throw Refusal.of(Reason.SYNTAX);
    }
    return lower;
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME && NAME.matcher(text).matches();
  }

  /** The address, where the host is one; without brackets. */
  static Optional<InetAddress> literal(String host) {
    return IpLiteral.parse(host);
  }

  /** Whether this is a host as {@link #parse} answers it. */
  static boolean isCanonical(String host) {
    return literal(host)
        .map(address -> address.getHostAddress().equals(host))
        .orElseGet(() -> isName(host));
  }

  /** Whether the name is one that only a local network or nobody answers. */
  static boolean isLocalName(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || LOCAL_ENDS.contains(name.substring(dot + 1));
  }
}
