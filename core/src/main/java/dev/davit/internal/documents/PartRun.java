package dev.davit.internal.documents;

import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions.State;
import java.io.IOException;

/**
 * Sends a content through one upload session. What is about to be sent is written down first; the
 * provider's word on how far it is counts.
 */
final class PartRun {
  private final OpenedStorage storage;
  private final TrackedContent content;
  private final PartSizes sizes;
  private final Claims claims;
  private final OpenUpload begun;
  private Claim claim;

  PartRun(
      OpenedStorage storage, TrackedContent content, PartSizes sizes, Claims claims, Claim claim) {
    this.storage = storage;
    this.content = content;
    this.sizes = sizes;
    this.claims = claims;
    this.claim = claim;
    begun = claim.upload();
  }

  /** The claim as it is by now. */
  Claim claim() {
    return claim;
  }

  /**
   * Sends what is not there yet, and makes the file seen.
   *
   * @param asks whether the session may be further than is known, or gone
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if the session is gone
   */
  Entry send(boolean asks) {
    State all = asks ? where() : begun.session();
    try (TrackedStream in = content.open();
        Spool spool = new Spool()) {
      PartReader reader = new PartReader(in, begun, spool);
      reader.skip(all.position());
      while (all.position() < begun.size()) {
        all = sendPart(in, reader, spool, all);
      }
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The content could not be read to its end.", e);
    }
    return finish(all);
  }

  private State sendPart(TrackedStream in, PartReader reader, Spool spool, State from)
      throws IOException {
    long end = Math.min(begun.size(), from.position() + sizes.of(from.granularity()));
    reader.fill(end);
    claim = claims.put(claim.document(), claim, begun.sending(from, end, in.sha256()));
    PartSender sender = new PartSender(spool, from, end);
    State now = from;
    while (now.position() < end) {
      now = storage.call(Operation.APPEND, sender);
    }
    return now;
  }

  private Entry finish(State all) {
    return storage.call(Operation.FINISH, opened -> PartSender.sessions(opened).finish(all));
  }

  private State where() {
    State known = begun.session();
    try {
      return near(
          storage.call(Operation.WHERE, opened -> PartSender.sessions(opened).where(known)));
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND || !begun.isWhole()) {
        throw failure;
      }
      // One that has finished may know its session no more; finishing tells.
      return new State(known.token(), begun.size(), known.granularity());
    }
  }

  /** What was sent must have been sent from there on: else nothing says what the provider has. */
  private State near(State told) {
    long unsure = begun.end() - told.position();
    if (unsure < 0 || unsure > sizes.of(told.granularity())) {
      throw PartSender.gone();
    }
    return told;
  }
}
