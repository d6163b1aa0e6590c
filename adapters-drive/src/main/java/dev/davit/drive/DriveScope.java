package dev.davit.drive;

import java.util.Set;

/** How much of a user's Drive is asked for. */
public enum DriveScope {
  /** Everything, to read and to write. A restricted scope: Google verifies who asks for it. */
  FULL("drive"),

  /** Everything, to read only; what writes is refused by Google. A restricted scope, too. */
  READ_ONLY("drive.readonly"),

  /**
   * Only what this application itself has put there, in a folder of its own, which is the root that
   * is shown. Needs no verification.
   */
  APP_FOLDER("drive.file");

  private static final String PREFIX = "https://www.googleapis.com/auth/";

  private final String word;

  DriveScope(String word) {
    this.word = word;
  }

  /** The scope as Google names it. */
  public String scope() {
    return PREFIX + word;
  }

  /** Whether what was granted is enough: this scope, or the one that includes all. */
  public boolean isIn(Set<String> granted) {
    return granted.contains(scope()) || granted.contains(FULL.scope());
  }
}
