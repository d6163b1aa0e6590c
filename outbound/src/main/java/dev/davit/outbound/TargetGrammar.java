package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of addresses: nothing is repaired, decoded or guessed, because two readers that
 * guess differently are how a check is got round.
 */
final class TargetGrammar {
  static final String HTTPS = "https";
  static final String HTTP = "http";
  static final int MAX_PORT = 65535;

  private static final int MAX_TYPED = 2048;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~&&[^\\\\?#]]*");
  private static final Pattern HANDED_OUT = Pattern.compile("[^\\p{Cntrl}\\\\?#]{1,16384}");
  private static final Pattern SCHEME = Pattern.compile("[^:/]*:.*", Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile("(?<scheme>[A-Za-z]{1,8})://(?<authority>[^/]*)(?<path>/.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]*]|[A-Za-z0-9.-]*)(?::(?<port>[1-9][0-9]{0,4}))?");

  private TargetGrammar() {}

  static boolean isScheme(String text) {
    return text.equals(HTTPS) || text.equals(HTTP);
  }

  static int defaultPort(String scheme) {
    return scheme.equals(HTTPS) ? 443 : 80;
  }

  /** An address that a user typed: printable ASCII, {@code https://host[:port][/path]}. */
  static Target typed(String text) {
    if (text.length() > MAX_TYPED || !PRINTABLE.matcher(text).matches()) {
      throw Refusal.of(Reason.SYNTAX);
    }
    return absolute(text);
  }

  /** An address that a server handed out, resolved against the one it was asked at. */
  static Target handedOut(Target from, String text) {
    if (!HANDED_OUT.matcher(text).matches()) {
      throw Refusal.of(Reason.SYNTAX);
    }
    if (text.startsWith("//")) {
      return repaired(from.scheme() + ":" + text);
    }
    if (SCHEME.matcher(text).matches()) {
      return repaired(text);
    }
    return from.withPath(PathGrammar.resolve(from.path(), PathGrammar.repair(text)));
  }

  private static Target repaired(String text) {
    int authority = text.indexOf("://") + "://".length();
    int slash = text.indexOf('/', authority);
    if (authority < "://".length() || slash < 0) {
      return absolute(text);
    }
    String path = PathGrammar.resolve("/", PathGrammar.repair(text.substring(slash)));
    return absolute(text.substring(0, slash) + path);
  }

  private static Target absolute(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      throw Refusal.of(Reason.SYNTAX);
    }
    String scheme = address.group("scheme").toLowerCase(Locale.ROOT);
    if (!isScheme(scheme)) {
      throw Refusal.of(Reason.SCHEME);
    }
    String path = address.group("path");
    return target(scheme, address.group("authority"), path == null ? "/" : path);
  }

  private static Target target(String scheme, String text, String path) {
    Matcher authority = AUTHORITY.matcher(text);
    if (!authority.matches()) {
      throw Refusal.of(Reason.SYNTAX);
    }
    String port = authority.group("port");
    return new Target(
        scheme,
        HostGrammar.parse(authority.group("host")),
        port == null ? defaultPort(scheme) : Integer.parseInt(port),
        path);
  }
}
