package dev.davit.drive.internal.storage;

import org.jspecify.annotations.Nullable;

/**
 * A folder at Google in which things are.
 *
 * @param file its id, or the alias {@code root}
 * @param drive the shared drive that it is in, or is; null for none
 */
record Folder(String file, @Nullable String drive) {
  /** The user's My Drive. */
  static final Folder MY_DRIVE = new Folder("root", null);
}
