package dev.davit.emulator.microsoft;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The scopes of a request (scopes-oidc).
 *
 * @param names in short form
 * @param inFull whether Graph's were asked for with its address before them: so they come back
 *     (github.com/oauthlib/oauthlib/issues/562 has both, as "Scope has changed from …")
 */
record Asked(Set<String> names, boolean inFull) {
  /** Reads a list. */
  static Asked of(String list) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(list.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> Scopes.known(word).orElseThrow(() -> AadSts.INVALID_SCOPE.about(word)))
        .forEach(names::add);
    return new Asked(names, list.toLowerCase(Locale.ROOT).contains(Scopes.GRAPH));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The name as it comes back. */
  String written(String name) {
    return inFull && Scopes.ofGraph(name) ? Scopes.GRAPH + name : name;
  }
}
