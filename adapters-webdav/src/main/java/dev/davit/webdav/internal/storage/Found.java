package dev.davit.webdav.internal.storage;

import dev.davit.ports.storage.Entry;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.PathIds;
import dev.davit.webdav.internal.dav.Resource;

/**
 * Something that is there.
 *
 * @param path where, and whether it is a folder
 * @param resource what the server says of it
 */
record Found(DavPath path, Resource resource) {
  static Found of(DavPath path, Resource resource) {
    return new Found(path.as(resource.folder()), resource);
  }

  boolean isFolder() {
    return resource.folder();
  }

  Entry entry() {
    return new Entry(
        PathIds.mint(path),
        path.name(),
        isFolder() ? Entry.Kind.FOLDER : Entry.Kind.FILE,
        resource.size(),
        resource.modifiedAt(),
        resource.etag(),
        resource.contentType(),
        null);
  }
}
