package dev.davit.internal.documents;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import java.io.IOException;
import java.util.function.Function;

/**
 * Sends what is in the spool, in as many tries as it may take: after the first it asks how far the
 * provider is, and goes on from there.
 */
final class PartSender implements Function<Storage, State> {
  private final Spool spool;
  private final long start;
  private final long end;
  private State at;
  private boolean tried;

  /**
   * A sender.
   *
   * @param at where the spool begins, and how far the provider is
   * @param end where the spool ends
   */
  PartSender(Spool spool, State at, long end) {
    this.spool = spool;
    this.start = at.position();
    this.end = end;
    this.at = at;
  }

  /** Further than before, or an exception. */
  @Override
  public State apply(Storage storage) {
    UploadSessions sessions = sessions(storage);
    if (tried) {
      at = checked(sessions.where(at));
    }
    tried = true;
    if (at.position() < end) {
      at = append(sessions);
    }
    return at;
  }

  private State append(UploadSessions sessions) {
    State after;
    try {
      after = sessions.append(at, spool.from(at.position() - start), end - at.position());
    } catch (CloudException refused) {
      after = moved(sessions, refused);
    } catch (IOException e) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The part could not be kept.", e);
    }
    if (after.position() == at.position()) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The provider took nothing of a part.");
    }
    return checked(after);
  }

  /** A part that does not fit because somebody else's has come is no failure. */
  private State moved(UploadSessions sessions, CloudException refused) {
    if (refused.kind() == ErrorKind.INVALID_REQUEST) {
      State told = sessions.where(at);
      if (told.position() != at.position()) {
        return told;
      }
    }
    throw refused;
  }

  private State checked(State told) {
    if (told.position() < start || told.position() > end) {
      throw gone();
    }
    return told;
  }

  static UploadSessions sessions(Storage storage) {
    return storage.uploadSessions().orElseThrow(PartSender::gone);
  }

  /** What the provider has is not what was sent to it: there is nothing to go on from. */
  static CloudException gone() {
    return new CloudException(ErrorKind.NOT_FOUND, "The provider no longer has this upload.");
  }
}
