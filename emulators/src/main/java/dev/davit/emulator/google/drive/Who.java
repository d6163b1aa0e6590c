package dev.davit.emulator.google.drive;

import java.util.Set;

/**
 * Who calls.
 *
 * @param account mail address of whose Drive it is about
 * @param name as it is shown
 * @param client the application that calls on their behalf
 * @param scopes what the token is good for, in Google's long names
 */
record Who(String account, String name, String client, Set<String> scopes) {
  /** Whether the token reaches only files that its application made or was given (drive.file). */
  boolean onlyOwnFiles() {
    return !hasOneOf(Set.of(DriveScopes.DRIVE, DriveScopes.READONLY))
        && !hasOneOf(Set.of(DriveScopes.METADATA, DriveScopes.METADATA_READONLY));
  }

  /** Whether the token has one of these scopes. */
  boolean hasOneOf(Set<String> wanted) {
    return wanted.stream().anyMatch(scopes::contains);
  }
}
