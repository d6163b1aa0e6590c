package dev.davit.testkit.contract;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.Map;

/**
 * A folder with two files, in which things are tried.
 *
 * @param folder which
 * @param old the file {@code old}
 * @param other the file {@code other}
 */
record Place(EntryId folder, Entry old, Entry other) {
  /** Stands for the content of a folder. */
  static final String FOLDER = "(a folder)";

  static final String OLD = "old ".repeat(500);
  static final String OTHER = "other";

  /** What is in a place before anything is done. */
  static final Map<String, String> CONTENT = Map.of("old", OLD, "other", OTHER);
}
