package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.Learnt;

/**
 * Moves what is to replace a file only if that has a certain etag. A server that heeds {@code If}
 * on {@code MOVE} (RFC 4918, 10.4) does so in one step; whether it does is tried once for each
 * server, with two files of our own. At any other server the etag that was seen just before must
 * do.
 */
final class Conditional implements Moves {
  private static final String IMPOSSIBLE = "\"davit-has-no-such-etag\"";
  private static final Payload NOTHING = Payload.of(new byte[0], "application/octet-stream");

  private final DavClient client;
  private final Propfind propfind;
  private final Mover mover;
  private final String etag;
  private final DavPath scratch;

  /**
   * A mover for one write.
   *
   * @param etag strong
   * @param scratch where a file of ours may be put to try things
   */
  Conditional(DavClient client, Propfind propfind, Mover mover, String etag, DavPath scratch) {
    this.client = client;
    this.propfind = propfind;
    this.mover = mover;
    this.etag = etag;
    this.scratch = scratch;
  }

  @Override
  public boolean move(DavPath from, DavPath to, boolean overwrite) {
    if (!overwrite || !heeds(from)) {
      return mover.move(from, to, overwrite);
    }
    try {
      mover.replace(from, to, etag);
      return true;
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.PRECONDITION_FAILED || !isUnchanged(to)) {
        throw e;
      }
      client.learnt().heedsIf(false);
      return mover.move(from, to, true);
    }
  }

  /** Some servers refuse every etag. */
  private boolean isUnchanged(DavPath to) {
    return propfind.find(to).filter(found -> etag.equals(found.resource().etag())).isPresent();
  }

  private boolean heeds(DavPath from) {
    Learnt learnt = client.learnt();
    Boolean known = learnt.heedsIf();
    if (known != null) {
      return known;
    }
    boolean tried = tried(from);
    learnt.heedsIf(tried);
    return tried;
  }

  /** Only a refusal for the very reason counts. If it is not heeded, the file is put back. */
  private boolean tried(DavPath from) {
    put();
    try {
      mover.replace(from, scratch, IMPOSSIBLE);
      if (!mover.move(scratch, from, false)) {
        throw Faults.protocol(null);
      }
      return false;
    } catch (CloudException e) {
      remove();
      if (propfind.find(from).isEmpty()) {
        throw e;
      }
      return e.kind() == ErrorKind.PRECONDITION_FAILED;
    }
  }

  private void put() {
    try (Answer answer = client.send(Call.of("PUT", scratch).with(NOTHING))) {
      if (!answer.isSuccess()) {
        throw Faults.of(answer);
      }
    }
  }

  /** What can't be removed now is found when the attempt is cleared up. */
  private void remove() {
    try {
      client.send(Call.of("DELETE", scratch)).close();
    } catch (CloudException e) {
      // The write goes on, or fails by itself.
    }
  }
}
