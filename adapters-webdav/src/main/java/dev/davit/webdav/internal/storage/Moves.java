package dev.davit.webdav.internal.storage;

import dev.davit.webdav.internal.dav.DavPath;

/** How something gets from where it is to where it is wanted, in one step. */
@FunctionalInterface
public interface Moves {
  /**
   * Moves what is known to be there.
   *
   * @param overwrite whether what is at the destination is replaced
   * @return false if something is at the destination that may not be replaced
   */
  boolean move(DavPath from, DavPath to, boolean overwrite);
}
