package dev.davit.onedrive.internal.oauth;

import dev.davit.onedrive.OneDriveScope;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of permissions. Microsoft answers those of Graph with Graph's address before them or
 * without, and in any case ("Scopes and permissions in the Microsoft identity platform").
 */
final class Scopes {
  private static final String FILES = "files.";

  private final OneDriveScope wanted;
  private final String prefix;

  /**
   * The permissions of a registration.
   *
   * @param prefix Graph's address, in whatever cloud; ends in a slash
   */
  Scopes(OneDriveScope wanted, String prefix) {
    this.wanted = wanted;
    this.prefix = prefix;
  }

  /** What a page asks a user for. */
  String asked() {
    return "openid profile email offline_access " + prefix + wanted.scope();
  }

  /** What tokens are asked for at first, beyond what the library always asks for. */
  Set<String> first() {
    return Set.of("email", prefix + wanted.scope());
  }

  /**
   * The same for tokens that follow: what the grant has, where it lacks what is wanted, so that a
   * grant which was enough for the settings of its day lives on.
   */
  Set<String> next(Set<String> granted) {
    Set<String> had =
        granted.stream().filter(this::isOfFiles).map(this::full).collect(Collectors.toSet());
    if (had.isEmpty() || missing(granted).isEmpty()) {
      return first();
    }
    had.add("email");
    return had;
  }

  /** The names in an answer, without Graph's address; in order. */
  Set<String> named(String answer) {
    return Arrays.stream(answer.strip().split(" +"))
        .filter(name -> !name.isEmpty())
        .map(this::bare)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What is wanted and neither granted itself nor part of something greater that was. */
  Set<String> missing(Set<String> granted) {
    Set<String> names = granted.stream().map(name -> lower(bare(name))).collect(Collectors.toSet());
    return enough().stream().map(Scopes::lower).anyMatch(names::contains)
        ? Set.of()
        : Set.of(wanted.scope());
  }

  /** Which permissions do, the wanted one and those that hold it. */
  private Set<String> enough() {
    String all = OneDriveScope.FULL.scope();
    String own = OneDriveScope.OWN.scope();
    return switch (wanted) {
      case FULL -> Set.of(all);
      case OWN -> Set.of(own, all);
      case READ_ONLY -> Set.of(wanted.scope(), all);
      case APP_FOLDER -> Set.of(wanted.scope(), own, all);
    };
  }

  private boolean isOfFiles(String name) {
    return lower(bare(name)).startsWith(FILES);
  }

  private String full(String name) {
    return prefix + bare(name);
  }

  private String bare(String name) {
    return lower(name).startsWith(lower(prefix)) ? name.substring(prefix.length()) : name;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
