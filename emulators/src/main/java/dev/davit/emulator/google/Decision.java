package dev.davit.emulator.google;

import java.util.Set;

/**
 * What a user answers on the consent page.
 *
 * @param allowed whether they allow anything
 * @param unticked the scopes, in Google's long names, that they take out
 */
public record Decision(boolean allowed, Set<String> unticked) {
  /** Copies the scopes. */
  public Decision {
    unticked = Set.copyOf(unticked);
  }

  /** All that is asked for. */
  public static Decision allow() {
    return new Decision(true, Set.of());
  }

  /** Cancel. */
  public static Decision deny() {
    return new Decision(false, Set.of());
  }

  /** All but these. */
  public static Decision without(String... scopes) {
    return new Decision(true, Set.of(scopes));
  }
}
