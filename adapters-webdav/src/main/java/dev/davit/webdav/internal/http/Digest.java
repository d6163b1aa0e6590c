package dev.davit.webdav.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's demand for Digest (RFC 7616, and RFC 2617 where it says no {@code qop}), and what
 * answers it. Texts are UTF-8. The body is never part of what is proven ({@code auth-int}): it
 * would have to be read twice.
 *
 * @param challenge with {@code realm}, {@code nonce}, and an algorithm and quality known here
 * @param nonce the server's, which its answers may replace
 * @param cnonce ours, one for each nonce
 */
record Digest(Challenge challenge, String nonce, String cnonce) {
  /** By strength. */
  private static final List<String> ALGORITHMS = List.of("md5", "sha-256", "sha-512-256");

  private static final Map<String, String> IN_JAVA =
      Map.of("md5", "MD5", "sha-256", "SHA-256", "sha-512-256", "SHA-512/256");
  private static final String SESSION = "-sess";

  /** The strongest that is asked for and known; empty if there is none. */
  static Optional<Digest> strongest(List<Challenge> challenges, String cnonce) {
    return challenges.stream()
        .filter(Digest::isKnown)
        .max(Comparator.comparingInt(one -> ALGORITHMS.indexOf(algorithm(one))))
        .map(one -> new Digest(one, Objects.requireNonNull(one.get("nonce")), cnonce));
  }

  private static boolean isKnown(Challenge challenge) {
    return challenge.scheme().equals("digest")
        && challenge.get("realm") != null
        && challenge.get("nonce") != null
        && ALGORITHMS.contains(algorithm(challenge))
        && (challenge.get("qop") == null || hasQuality(challenge));
  }

  private static boolean hasQuality(Challenge challenge) {
    String offered = Objects.requireNonNullElse(challenge.get("qop"), "");
    return Arrays.asList(offered.toLowerCase(Locale.ROOT).split("[\\s,]+")).contains("auth");
  }

  private static String algorithm(Challenge challenge) {
    String name = named(challenge);
    return name.endsWith(SESSION) ? name.substring(0, name.length() - SESSION.length()) : name;
  }

  private static String named(Challenge challenge) {
    return Objects.requireNonNullElse(challenge.get("algorithm"), "md5").toLowerCase(Locale.ROOT);
  }

  /** Whether the server says that all was right but the age of the nonce. */
  boolean isStale() {
    return "true".equalsIgnoreCase(challenge.get("stale"));
  }

  Digest withNonce(String next, String freshCnonce) {
    return new Digest(challenge, next, freshCnonce);
  }

  /**
   * The value of {@code Authorization}.
   *
   * @param uri as in the request line
   * @param use the how manieth use of the nonce this is, from 1 on
   */
  String header(String username, String password, String method, String uri, int use) {
    String count = "%08x".formatted(use);
    StringBuilder header = new StringBuilder("Digest ").append(name(username));
    quoted(header, "realm", challenge.get("realm"));
    quoted(header, "uri", uri);
    bare(header, "algorithm", challenge.get("algorithm"));
    quoted(header, "nonce", nonce);
    if (hasQuality(challenge)) {
      bare(header, "nc", count);
      bare(header, "qop", "auth");
    }
    quoted(header, "cnonce", cnonce);
    quoted(header, "response", response(username, password, method, uri, count));
    quoted(header, "opaque", challenge.get("opaque"));
    return header.toString();
  }

  /** A header is Latin-1 at best, so that other names need the form of RFC 8187. */
  private static String name(String username) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(username)) {
      return "username=\"" + escaped(username) + '"';
    }
    String encoded = URLEncoder.encode(username, StandardCharsets.UTF_8);
    return "username*=UTF-8''" + encoded.replace("+", "%20").replace("*", "%2A");
  }

  private static void quoted(StringBuilder header, String name, @Nullable String value) {
    if (value != null) {
      header.append(", ").append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  private static void bare(StringBuilder header, String name, @Nullable String value) {
    if (value != null) {
      header.append(", ").append(name).append('=').append(value);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String response(
      String username, String password, String method, String uri, String count) {
    String user = hash(username + ":" + challenge.get("realm") + ":" + password);
    if (named(challenge).endsWith(SESSION)) {
      user = hash(user + ":" + nonce + ":" + cnonce);
    }
    String use = hasQuality(challenge) ? count + ":" + cnonce + ":auth:" : "";
    return hash(user + ":" + nonce + ":" + use + hash(method + ":" + uri));
  }

  private String hash(String text) {
    try {
      MessageDigest digest =
          MessageDigest.getInstance(String.valueOf(IN_JAVA.get(algorithm(challenge))));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has them", e);
    }
  }

  /** Without what is computed from: the challenge is no secret, but no use in a log either. */
  @Override
  public String toString() {
    return "[digest]";
  }
}
