package dev.davit.emulator.google;

import java.util.Arrays;
import java.util.Set;

/**
 * Who calls an API.
 *
 * @param account whose data it is about
 * @param client on whose behalf
 * @param scopes what the token is good for, in Google's long names
 */
public record Caller(GoogleAccount account, GoogleClient client, Set<String> scopes) {
  /** Whether the token has one of these scopes. */
  public boolean hasOneOf(String... wanted) {
    return Arrays.stream(wanted).anyMatch(scopes::contains);
  }
}
