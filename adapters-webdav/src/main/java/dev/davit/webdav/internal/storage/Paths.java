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
public final class Paths {
  private final Propfind propfind;

  public Paths(Propfind propfind) {
    this.propfind = propfind;
  }

  /**
   * The path of an id, whether or not something is there.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if the id is none of ours, or of a long path
   *     that is not there
   */
  public DavPath of(EntryId id) {
    PathHint hint = PathIds.read(id);
    while (!hint.isWhole()) {
      hint = hint.from(next(hint));
    }
    if (!PathIds.mint(hint.start(), PathIds.fileId(id)).equals(id)) {
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
   * What an id leads to, if that is still what was meant: a file or folder as the id says, and of
   * its number where the id has one.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  public Found found(EntryId id) {
    return same(propfind.ofItsKind(of(id)), id);
  }

  private static Found same(Found found, EntryId id) {
    Long fileId = PathIds.fileId(id);
    if (fileId != null && !fileId.equals(found.resource().fileId())) {
      throw Propfind.missing();
    }
    return found;
  }

  /**
   * The path of an id. Only where the id has a number the server is asked whether that is there,
   * and what the user may do with it.
   *
   * @param letter as in {@link Found#allowing}
   * @throws CloudException {@link ErrorKind#NOT_FOUND}, {@link ErrorKind#PROVIDER_DENIED}
   */
  DavPath checked(EntryId id, char letter) {
    return PathIds.fileId(id) == null ? of(id) : found(id).allowing(letter).path();
  }

  /**
   * The path of a folder that is there.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}, {@link ErrorKind#INVALID_REQUEST} if it is
   *     a file
   */
  public DavPath folder(EntryId id) {
    DavPath path = of(id);
    if (!path.isRoot() && !same(propfind.get(path), id).isFolder()) {
      throw notFolder();
    }
    return path.as(true);
  }

  public static CloudException notFolder() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
  }
}
