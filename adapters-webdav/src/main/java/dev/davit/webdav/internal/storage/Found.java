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
public record Found(DavPath path, Resource resource) {
  public static Found of(DavPath path, Resource resource) {
    return new Found(path.as(resource.folder()), resource);
  }

  public boolean isFolder() {
    return resource.folder();
  }

  public Entry entry() {
    return new Entry(
        PathIds.mint(path, resource.fileId()),
        path.name(),
        isFolder() ? Entry.Kind.FOLDER : Entry.Kind.FILE,
        resource.size(),
        resource.modifiedAt(),
        resource.etag(),
        resource.contentType(),
        null);
  }
}
