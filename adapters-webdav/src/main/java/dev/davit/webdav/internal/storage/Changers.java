package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;

/** Makes folders, moves and removes. */
final class Changers {
  private final DavClient client;
  private final Propfind propfind;
  private final Paths paths;
  private final Moves mover;

  Changers(DavClient client, Propfind propfind, Paths paths, Moves mover) {
    this.client = client;
    this.propfind = propfind;
    this.paths = paths;
    this.mover = mover;
  }

  Entry createFolder(EntryId parent, String name) {
    DavPath path = Names.child(paths.checked(parent, 'K').as(true), name, true);
    // Some servers say 201 to a folder that was there already.
    if (propfind.find(path.as(false)).isPresent()) {
      throw taken();
    }
    try (Answer answer = client.send(Call.of("MKCOL", path))) {
      switch (answer.status()) {
        case 200, 201, 204 -> {}
        case 405 ->
            throw propfind.find(path).isPresent()
                ? taken()
                : propfind.refused(answer, path.parent());
        case 409 -> throw Propfind.missing();
        case 400, 414, 422 -> throw Names.impossible();
        default -> throw propfind.refused(answer, path.parent());
      }
    }
    return propfind.find(path).orElseThrow(() -> Faults.protocol(null)).entry();
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    Found source = notRoot(id);
    DavPath from = source.path();
    DavPath into = paths.folder(folder);
    Landing landing = new Landing(into, name, source.isFolder(), conflict, null, "other");
    DavPath wanted = landing.wanted();
    if (wanted.samePlace(from)) {
      return source.entry();
    }
    if (source.isFolder() && source.path().contains(wanted)) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be moved into itself.");
    }
    source.allowing(wanted.parent().samePlace(from.parent()) ? 'N' : 'V');
    landing.check(propfind);
    return propfind.get(landing.land(source.path(), mover, propfind)).entry();
  }

  void delete(EntryId id) {
    remove(Call.of("DELETE", removable(id)));
  }

  /**
   * Past the bin of a Nextcloud, which may be reached by plain WebDAV too (nextcloud/server, {@code
   * apps/files_trashbin/lib/Storage.php}); other servers don't know the header and have no bin.
   */
  void erase(EntryId id) {
    remove(Call.of("DELETE", removable(id)).with("X-NC-Skip-Trashbin", "true"));
  }

  private DavPath removable(EntryId id) {
    return notRoot(id).allowing('D').path();
  }

  private void remove(Call call) {
    DavPath path = call.path();
    try (Answer answer = client.send(call)) {
      switch (answer.status()) {
        case 202, 204 -> {}
        case 200 -> requireGone(path, Faults.protocol(null));
        case 207 -> requireGone(path, partly());
        default -> throw Faults.of(answer);
      }
    }
  }

  /**
   * A multi-status says that not all could be removed (RFC 4918, 9.6.1), though some servers mean
   * less by it; a status 200 may be a portal's page in place of the server's answer.
   */
  private void requireGone(DavPath path, CloudException otherwise) {
    if (propfind.find(path).isPresent()) {
      throw otherwise;
    }
  }

  private static CloudException partly() {
    return new CloudException(ErrorKind.CONFLICT, "Only a part of the folder could be removed.");
  }

  private Found notRoot(EntryId id) {
    if (id.equals(EntryId.ROOT)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The top of the storage can't be moved or removed.");
    }
    return paths.found(id);
  }

  private static CloudException taken() {
    return new CloudException(
        ErrorKind.CONFLICT, "There is a file or folder of this name already.");
  }
}
