package dev.davit.ports.storage;

/** Copies at the provider. */
public interface Copying {
  /**
   * Copies a file, or a folder with all that is in it, and waits until the copy is there.
   *
   * @return the copy
   * @throws dev.davit.ports.CloudException as {@link Storage#move}; {@link
   *     dev.davit.ports.ErrorKind#QUOTA_EXCEEDED}
   */
  Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict);
}
