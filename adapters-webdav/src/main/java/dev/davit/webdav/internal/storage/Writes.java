package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes files: under a temporary name first, and to the wanted one once the server was seen to
 * have all of it. What was there before is touched by that last step only.
 */
final class Writes {
  private final DavClient client;
  private final Propfind propfind;
  private final Paths paths;
  private final Mover mover;
  private final Path spool;

  Writes(DavClient client, Propfind propfind, Paths paths, Mover mover, Path spool) {
    this.client = client;
    this.propfind = propfind;
    this.paths = paths;
    this.mover = mover;
    this.spool = spool;
  }

  Entry write(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    Landing landing =
        new Landing(
            paths.folder(attempt.folder()),
            attempt.name(),
            false,
            request.conflict(),
            request.ifMatch(),
            attempt.tag());
    landing.wanted();
    landing.check(propfind);
    try (Upload upload = Upload.of(request.content(), request.contentType(), spool)) {
      return place(upload, temporary(landing.folder(), attempt.tag()), landing);
    }
  }

  private static DavPath temporary(DavPath folder, String tag) {
    return folder.child(Names.temporary(tag), false).orElseThrow();
  }

  private Entry place(Upload upload, DavPath temporary, Landing landing) {
    boolean landed = false;
    try {
      put(upload, temporary);
      requireWhole(upload, temporary);
      DavPath there = landing.land(temporary, moves(landing), propfind);
      landed = true;
      return propfind.find(there).orElseThrow(() -> Faults.protocol(null)).entry();
    } catch (CloudException e) {
      throw landed ? e : Faults.clearer(e, discard(temporary, e));
    } catch (RuntimeException | Error e) {
      discard(temporary, e);
      throw e;
    }
  }

  private Moves moves(Landing landing) {
    String etag = landing.ifMatch();
    DavPath scratch = temporary(landing.folder(), Names.scratch(landing.mark()));
    return etag == null ? mover : new Conditional(client, propfind, mover, etag, scratch);
  }

  private void put(Upload upload, DavPath temporary) {
    try (Answer answer = client.send(Call.of("PUT", temporary).with(upload))) {
      switch (answer.status()) {
        case 200, 201, 204 -> {}
        case 409 -> throw Propfind.missing();
        default -> throw propfind.refused(answer, temporary.parent());
      }
    }
  }

  private void requireWhole(Upload upload, DavPath temporary) {
    Found found = propfind.find(temporary).orElseThrow(() -> Faults.protocol(null));
    Long size = found.resource().size();
    if (found.isFolder() || (size != null && size != upload.length())) {
      throw new CloudException(
          ErrorKind.PROTOCOL, "The server kept another number of bytes than it was sent.");
    }
  }

  private @org.jspecify.annotations.Nullable CloudException discard(
      DavPath temporary, Throwable because) {
    try {
      remove(temporary);
      return null;
    } catch (CloudException e) {
      because.addSuppressed(e);
      return e;
    }
  }

  Optional<Entry> recover(WriteAttempt attempt) {
    try {
      DavPath folder = paths.folder(attempt.folder());
      boolean unfinished = removed(temporary(folder, attempt.tag()));
      if (removed(temporary(folder, Names.scratch(attempt.tag()))) || unfinished) {
        return Optional.empty();
      }
      return propfind
          .find(Names.child(folder, attempt.name(), false))
          .filter(found -> !found.isFolder())
          .map(Found::entry);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_REQUEST) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean removed(DavPath temporary) {
    boolean present = propfind.find(temporary).isPresent();
    if (present) {
      remove(temporary);
    }
    return present;
  }

  private void remove(DavPath temporary) {
    try (Answer answer = client.send(Call.of("DELETE", temporary))) {
      if (!answer.isSuccess()) {
        throw Faults.of(answer);
      }
    }
  }
}
