package dev.davit.ports.storage;

/** What to do where something of the same name is there already. */
public enum ConflictPolicy {
  /** Refuse, and leave both as they are. */
  FAIL,
  /**
   * Put a file in the place of a file, at once and whole. A folder is never replaced: that is
   * refused.
   */
  REPLACE,
  /** Take another name, made from the wanted one: {@code report (2).pdf}. */
  RENAME
}
