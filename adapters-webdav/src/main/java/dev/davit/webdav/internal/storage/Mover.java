package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import java.util.Objects;

/** Moves in one step (RFC 4918, 9.9). Where no answer came it looks before it repeats. */
final class Mover implements Moves {
  private final DavClient client;
  private final Propfind propfind;

  Mover(DavClient client, Propfind propfind) {
    this.client = client;
    this.propfind = propfind;
  }

  @Override
  public boolean move(DavPath from, DavPath to, boolean overwrite) {
    return move(Call.of("MOVE", from).to(to).with("Overwrite", overwrite ? "T" : "F"), to);
  }

  /**
   * Replaces what is at the destination if it still has an etag, at a server that heeds that.
   *
   * @throws CloudException {@link ErrorKind#PRECONDITION_FAILED}
   */
  void replace(DavPath from, DavPath to, String etag) {
    move(Call.of("MOVE", from).to(to).with("Overwrite", "T").replacing(etag), to);
  }

  private boolean move(Call call, DavPath to) {
    try {
      return once(call);
    } catch (CloudException e) {
      if (!Faults.isUndecided(e)) {
        throw e;
      }
      return hasMoved(call.path(), to) || again(call, to);
    }
  }

  /** The first request may still have been at work when it seemed not to be. */
  private boolean again(Call call, DavPath to) {
    try {
      return once(call) || hasMoved(call.path(), to);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND && hasMoved(call.path(), to)) {
        return true;
      }
      throw e;
    }
  }

  private boolean hasMoved(DavPath from, DavPath to) {
    return propfind.find(from).isEmpty() && propfind.find(to).isPresent();
  }

  private boolean once(Call call) {
    try (Answer answer = client.send(call)) {
      return switch (answer.status()) {
        case 201, 204 -> true;
        case 200 -> seenToHaveMoved(call.path(), Objects.requireNonNull(call.destination()));
        case 412 -> taken(call, answer);
        case 207 -> throw partly();
        case 400, 414, 422 -> throw Names.impossible();
        case 409 -> throw Propfind.missing();
        case 405, 501 -> throw immovable();
        default -> throw Faults.of(answer);
      };
    }
  }

  /** Not a status of this method (RFC 4918, 9.9.4): it may be a portal's page in its place. */
  private boolean seenToHaveMoved(DavPath from, DavPath to) {
    if (!hasMoved(from, to)) {
      throw Faults.protocol(null);
    }
    return true;
  }

  private static boolean taken(Call call, Answer answer) {
    if ("T".equals(call.headers().get("Overwrite"))) {
      throw Faults.of(answer);
    }
    return false;
  }

  private static CloudException immovable() {
    return new CloudException(
        ErrorKind.UNSUPPORTED,
        "The server can't move files, and nothing can be stored safely without. Its operator can"
            + " allow the method MOVE.",
        Hints.capability("move"));
  }

  private static CloudException partly() {
    return new CloudException(ErrorKind.CONFLICT, "Only a part of it could be moved.");
  }
}
