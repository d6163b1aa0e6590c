package dev.davit.drive;

import java.util.Set;

/** How much of a user's Drive is asked for. */
public enum DriveScope {
  /** Everything, to read and to write. A restricted scope: Google verifies who asks for it. */
  FULL("https://www.googleapis.com/auth/drive", Set.of()),

  /** Everything, to read only; what writes is refused by Google. A restricted scope, too. */
  READ_ONLY(
      "https://www.googleapis.com/auth/drive.readonly",
      Set.of("https://www.googleapis.com/auth/drive")),

  /**
   * Only what this application itself has put there, in a folder of its own, which is the root that
   * is shown. Needs no verification.
   */
  APP_FOLDER(
      "https://www.googleapis.com/auth/drive.file",
      Set.of("https://www.googleapis.com/auth/drive"));

  private final String scope;
  private final Set<String> wider;

  DriveScope(String scope, Set<String> wider) {
    this.scope = scope;
    this.wider = wider;
  }

  /** The scope as Google names it. */
  public String scope() {
    return scope;
  }

  /** Whether what was granted is enough: this scope, or one that includes it. */
  public boolean isIn(Set<String> granted) {
    return granted.contains(scope) || wider.stream().anyMatch(granted::contains);
  }
}
