package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.PathHint;
import dev.davit.webdav.internal.dav.PathIds;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The paths that ids lead to. Only ids of very long paths need the server for that. */
final class Paths {
  private final Propfind propfind;

  Paths(Propfind propfind) {
    this.propfind = propfind;
  }

  /**
   * The path of an id, whether or not something is there.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if the id is none of ours, or of a long path
   *     that is not there
   */
  DavPath of(EntryId id) {
    PathHint hint = PathIds.read(id);
    while (!hint.isWhole()) {
      hint = hint.from(next(hint));
    }
    if (!PathIds.mint(hint.start()).equals(id)) {
      throw PathIds.unknown();
    }
    return hint.start();
  }

  private DavPath next(PathHint hint) {
    AtomicReference<DavPath> found = new AtomicReference<>();
    propfind.children(
        hint.start(),
        child -> {
          if (hint.leadsTo(child.path())) {
            found.set(child.path());
          }
        });
    return Optional.ofNullable(found.get()).orElseThrow(PathIds::unknown);
  }

  /**
   * The path of a folder that is there.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}, {@link ErrorKind#INVALID_REQUEST} if it is
   *     a file
   */
  DavPath folder(EntryId id) {
    DavPath path = of(id);
    if (!path.isRoot() && !propfind.get(path).isFolder()) {
      throw notFolder();
    }
    return path.as(true);
  }

  static CloudException notFolder() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
  }
}
