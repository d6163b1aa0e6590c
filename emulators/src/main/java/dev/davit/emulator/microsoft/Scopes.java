package dev.davit.emulator.microsoft;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scopes that are known here: those of OpenID Connect (scopes-oidc), and Graph's for drives
 * (learn.microsoft.com/graph/permissions-reference).
 */
public final class Scopes {
  /** Asks for an id token. */
  public static final String OPENID = "openid";

  /** Asks for a refresh token. */
  public static final String OFFLINE_ACCESS = "offline_access";

  /** The account's own files. */
  public static final String FILES_READ_WRITE = "Files.ReadWrite";

  /** The account's own files, and those that others share with it. */
  public static final String FILES_READ_WRITE_ALL = "Files.ReadWrite.All";

  /** The account's own files, to look at. */
  public static final String FILES_READ = "Files.Read";

  /** Its own files and those shared with it, to look at. */
  public static final String FILES_READ_ALL = "Files.Read.All";

  /** Who the account is. */
  public static final String USER_READ = "User.Read";

  /** Where Graph is, in front of its scopes' names. */
  static final String GRAPH = "https://graph.microsoft.com/";

  /** Needs an administrator, whatever the client is. */
  static final String ADMIN_ONLY = "Directory.ReadWrite.All";

  /** What the access token for Graph of a work account always comes with. */
  static final List<String> SIGN_IN = List.of(OPENID, "profile", "email");

  private static final Map<String, String> KNOWN =
      Stream.of(
              OPENID,
              "profile",
              "email",
              OFFLINE_ACCESS,
              FILES_READ,
              FILES_READ_ALL,
              FILES_READ_WRITE,
              FILES_READ_WRITE_ALL,
              "Files.ReadWrite.AppFolder",
              "Sites.Read.All",
              "Sites.ReadWrite.All",
              USER_READ,
              ADMIN_ONLY)
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.toLowerCase(Locale.ROOT), Function.identity()));

  private Scopes() {}

  /**
   * The short name of what was asked for, if it is known: Graph's are known with and without its
   * address, whatever the case.
   */
  static Optional<String> known(String asked) {
    String lower = asked.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith(GRAPH) ? lower.substring(GRAPH.length()) : lower;
    return Optional.ofNullable(KNOWN.get(bare)).filter(name -> bare.equals(lower) || ofGraph(name));
  }

  /** Whether it is one of Graph's, rather than of OpenID Connect. */
  static boolean ofGraph(String name) {
    return name.indexOf('.') > 0;
  }

  /**
   * The short names of these.
   *
   * @throws IllegalArgumentException when one is not known
   */
  static Set<String> of(String... asked) {
    return Arrays.stream(asked)
        .map(scope -> known(scope).orElseThrow(() -> new IllegalArgumentException(scope)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
