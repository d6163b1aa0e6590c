package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;

/** Moves in one step (RFC 4918, 9.9). Where no answer came it looks before it repeats. */
public final class Mover implements Moves {
  private final DavClient client;
  private final Propfind propfind;

  public Mover(DavClient client, Propfind propfind) {
    this.client = client;
    this.propfind = propfind;
  }

  @Override
  public boolean move(DavPath from, DavPath to, boolean overwrite) {
    try {
      return once(from, to, overwrite);
    } catch (CloudException e) {
      if (!Faults.isUndecided(e)) {
        throw e;
      }
      return hasMoved(from, to) || again(from, to, overwrite);
    }
  }

  /** The first request may still have been at work when it seemed not to be. */
  private boolean again(DavPath from, DavPath to, boolean overwrite) {
    try {
      return once(from, to, overwrite) || hasMoved(from, to);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND && hasMoved(from, to)) {
        return true;
      }
      throw e;
    }
  }

  private boolean hasMoved(DavPath from, DavPath to) {
    return propfind.find(from).isEmpty() && propfind.find(to).isPresent();
  }

  private boolean once(DavPath from, DavPath to, boolean overwrite) {
    Call call = Call.of("MOVE", from).to(to).with("Overwrite", overwrite ? "T" : "F");
    try (Answer answer = client.send(call)) {
      return switch (answer.status()) {
        case 200, 201, 204 -> true;
        case 412 -> taken(answer, overwrite);
        case 207 -> throw partly();
        case 400, 414, 422 -> throw Names.impossible();
        case 409 -> throw Propfind.missing();
        default -> throw Faults.of(answer);
      };
    }
  }

  private static boolean taken(Answer answer, boolean overwrite) {
    if (overwrite) {
      throw Faults.of(answer);
    }
    return false;
  }

  private static CloudException partly() {
    return new CloudException(ErrorKind.CONFLICT, "Only a part of it could be moved.");
  }
}
