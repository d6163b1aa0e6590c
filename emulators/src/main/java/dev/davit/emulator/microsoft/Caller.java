package dev.davit.emulator.microsoft;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Who calls Graph.
 *
 * @param account on whose behalf
 * @param client the application
 * @param scopes what the token is good for, in Graph's short names
 */
public record Caller(MicrosoftAccount account, MicrosoftClient client, Set<String> scopes) {
  /** Whether the token has one of these scopes. */
  public boolean hasOneOf(String... wanted) {
    return !Collections.disjoint(scopes, List.of(wanted));
  }
}
