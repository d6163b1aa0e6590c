package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.storage.Found;
import dev.davit.webdav.internal.storage.Landing;
import dev.davit.webdav.internal.storage.Names;
import dev.davit.webdav.internal.storage.Paths;
import dev.davit.webdav.internal.storage.Propfind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a whole file gets to where it is wanted, and what is asked before that. */
final class Arrival {
  private static final Payload NOTHING = Payload.of(new byte[0], "application/octet-stream");

  private final DavClient files;
  private final Propfind propfind;
  private final Paths paths;

  Arrival(DavClient files, Propfind propfind) {
    this.files = files;
    this.propfind = propfind;
    this.paths = new Paths(propfind);
  }

  Propfind propfind() {
    return propfind;
  }

  Paths paths() {
    return paths;
  }

  /**
   * Looks whether a file may be put there, and settles its name.
   *
   * @return where to, and what is there now
   * @throws CloudException {@link ErrorKind#NOT_FOUND}, {@link ErrorKind#CONFLICT}, {@link
   *     ErrorKind#PRECONDITION_FAILED}, {@link ErrorKind#PROVIDER_DENIED}, {@link
   *     ErrorKind#INVALID_REQUEST}
   */
  Aim aim(WriteAttempt attempt, ConflictPolicy policy, @Nullable String ifMatch) {
    Found folder = paths.found(attempt.folder());
    if (!folder.isFolder()) {
      throw Paths.notFolder();
    }
    Landing wanted =
        new Landing(folder.path(), attempt.name(), false, policy, ifMatch, attempt.tag());
    wanted.wanted();
    Landing landing = wanted.settled(propfind);
    Optional<Found> present = propfind.find(landing.wanted());
    landing.checkPresent(present);
    present.ifPresentOrElse(file -> file.allowing('W'), () -> folder.allowing('C'));
    return new Aim(landing, present.map(file -> file.resource().etag()).orElse(null));
  }

  /**
   * Where a file is to be put.
   *
   * @param landing with a settled name
   * @param before the etag of what it replaces; null for nothing
   */
  record Aim(Landing landing, @Nullable String before) {
    DavPath path() {
      return landing.wanted();
    }
  }

  /** Puts what the chunks make there. */
  Found land(Landing landing, UploadPlan plan, Assembly assembly) {
    return arrived(landing.land(plan.whole(), assembly, propfind), plan.size());
  }

  /** Puts an empty file there, which arrives whole or not at all. */
  Found landEmpty(Aim aim) {
    Call call = Call.of("PUT", aim.path()).with(NOTHING);
    String before = aim.before();
    try (Answer answer = files.send(conditional(call, before))) {
      switch (answer.status()) {
        case 200, 201, 204 -> {}
        case 412 -> aim.landing().checkPresent(propfind.find(aim.path()));
        case 409 -> throw Propfind.missing();
        case 400, 414, 422 -> throw Names.impossible();
        default -> throw Faults.of(answer);
      }
      if (answer.status() == 412) {
        throw Faults.of(answer);
      }
    }
    return arrived(aim.path(), 0);
  }

  private static Call conditional(Call call, @Nullable String before) {
    if (before == null) {
      return call.with("If-None-Match", "*");
    }
    return before.startsWith("W/") ? call : call.with("If-Match", before);
  }

  private Found arrived(DavPath path, long size) {
    Found found = propfind.find(path).orElseThrow(() -> Faults.protocol(null));
    Long there = found.resource().size();
    if (found.isFolder() || (there != null && there != size)) {
      throw new CloudException(
          ErrorKind.PROTOCOL, "The server kept another number of bytes than it was sent.");
    }
    return found;
  }
}
