package dev.davit.emulator.microsoft.graph;

import java.util.Set;

/**
 * Who calls.
 *
 * @param account key of the account
 * @param name as it is shown
 * @param mail its address
 * @param personal whether it is a Microsoft account, not one of an organization
 * @param client the application that calls on their behalf
 * @param scopes what the token is good for, without the address of Graph before them
 */
record Who(
    String account, String name, String mail, boolean personal, String client, Set<String> scopes) {
  /** Whether the token has one of these scopes. */
  boolean hasOneOf(Set<String> wanted) {
    return wanted.stream().anyMatch(scopes::contains);
  }
}
