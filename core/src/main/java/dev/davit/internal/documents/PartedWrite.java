package dev.davit.internal.documents;

import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.ports.store.Document;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One document on its way in parts, through one upload session after the other if need be. */
final class PartedWrite {
  private static final Set<ErrorKind> PASSING =
      EnumSet.of(
          ErrorKind.UNAVAILABLE,
          ErrorKind.RATE_LIMITED,
          ErrorKind.LOCKED,
          ErrorKind.REAUTH_REQUIRED);

  private final OpenedStorage storage;
  private final TrackedContent content;
  private final PartSizes sizes;
  private final Claims claims;
  private final Removal removal;
  private final boolean resumed;
  private @Nullable Claim claim;
  private boolean open;
  private boolean anew;

  /**
   * A write.
   *
   * @param claim to what was begun before; null for a new upload
   */
  PartedWrite(
      OpenedStorage storage,
      TrackedContent content,
      PartSizes sizes,
      Claims claims,
      Removal removal,
      @Nullable Claim claim) {
    this.storage = storage;
    this.content = content;
    this.sizes = sizes;
    this.claims = claims;
    this.removal = removal;
    this.claim = claim;
    resumed = claim != null;
    open = resumed;
  }

  /** Whether an upload that failed so is kept, to be gone on with. */
  boolean keeps(RuntimeException failure) {
    return claim != null
        && failure instanceof CloudException known
        && (PASSING.contains(known.kind())
            || (resumed && known.kind() == ErrorKind.INVALID_REQUEST));
  }

  /** The last claim to the upload; null if there was none yet. */
  @Nullable Claim claim() {
    return claim;
  }

  /** As {@code Storage.write}. */
  Entry write(Document document, WriteRequest request) {
    Claim mine = claim == null || !open ? begin(document, request) : claim;
    PartRun run = new PartRun(storage, content, sizes, claims, mine);
    try {
      return send(run);
    } catch (CloudException failure) {
      return switch (failure.kind()) {
        case NOT_FOUND -> again(document, request, failure);
        case CONFLICT -> throw closed(run.claim(), failure);
        default -> throw failure;
      };
    }
  }

  private Entry send(PartRun run) {
    try {
      return run.send(resumed);
    } finally {
      claim = run.claim();
    }
  }

  private Claim begin(Document document, WriteRequest request) {
    long size = content.size().orElseThrow();
    State session =
        storage.call(
            Operation.BEGIN_UPLOAD,
            opened ->
                PartSender.sessions(opened)
                    .begin(request.attempt(), size, request.contentType(), request.conflict()));
    try {
      Claim begun = claims.put(document, claim, OpenUpload.begun(session, size));
      claim = begun;
      open = true;
      return begun;
    } catch (RuntimeException failure) {
      cancel(document, session, failure);
      throw failure;
    }
  }

  /** The session is gone: begins anew, once, if the content can be read from its beginning. */
  private Entry again(Document document, WriteRequest request, CloudException failure) {
    Claim closed = close(claim, failure);
    if (anew || !content.canBeSent()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The provider gave the upload up. Send it anew.", failure);
    }
    anew = true;
    removal.clear(closed.document(), storage);
    return write(document, request);
  }

  private CloudException closed(Claim last, CloudException failure) {
    close(last, failure);
    return failure;
  }

  /** Nobody goes on with this session any more. */
  private Claim close(@Nullable Claim last, CloudException failure) {
    if (last == null) {
      throw failure;
    }
    Claim closed = claims.put(last.document(), last, last.upload().gone());
    cancel(last.document(), last.upload().session(), failure);
    claim = closed;
    open = false;
    return closed;
  }

  private void cancel(Document document, State session, RuntimeException failure) {
    try {
      Removal.cancel(session, removal.open(document, storage));
    } catch (CloudException later) {
      failure.addSuppressed(later);
    }
  }
}
