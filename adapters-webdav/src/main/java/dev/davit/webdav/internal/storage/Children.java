package dev.davit.webdav.internal.storage;

import dev.davit.webdav.internal.dav.DavPath;
import org.jspecify.annotations.Nullable;

/** The children of a folder, one by one as the server names them. Used by one thread at a time. */
final class Children implements AutoCloseable {
  private final DavPath folder;
  private final Resources resources;
  private boolean isFile;

  Children(DavPath folder, Resources resources) {
    this.folder = folder;
    this.resources = resources;
  }

  /**
   * The next one; null at the end.
   *
   * @throws dev.davit.ports.CloudException as {@link Resources#next()}
   */
  @Nullable Found next() {
    Found found = resources.next();
    while (found != null && found.path().samePlace(folder)) {
      isFile = !found.isFolder();
      found = resources.next();
    }
    return found;
  }

  /** Whether the server has said that it is a file. */
  boolean isFile() {
    return isFile;
  }

  @Override
  public void close() {
    resources.close();
  }
}
