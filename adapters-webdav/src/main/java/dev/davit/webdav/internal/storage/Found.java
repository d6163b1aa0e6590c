package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
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

  /**
   * This, unless the server has said already that the user may not do something with it.
   *
   * @param letter what, as in {@link Resource#permissions()}
   * @throws CloudException {@link ErrorKind#PROVIDER_DENIED}
   */
  public Found allowing(char letter) {
    if (resource.forbids(letter)) {
      throw new CloudException(
          ErrorKind.PROVIDER_DENIED, "The server does not let this user do that there.");
    }
    return this;
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
