package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import dev.davit.ports.store.UploadSessionStore.Row;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The uploads in parts as they are kept, sealed; and who may go on with each. */
public final class Claims {
  /** How long an upload that nobody goes on with is kept. */
  static final Duration KEPT = Duration.ofHours(24);

  private final Stores stores;
  private final Owners owners;
  private final Seals seals;

  public Claims(Stores stores, Owners owners, Seals seals) {
    this.stores = stores;
    this.owners = owners;
    this.seals = seals;
  }

  /**
   * Writes down how far an upload is, and keeps the sweep away from it.
   *
   * @param before what the row holds by now; null for none
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if it was given up, or somebody else goes
   *     on with it
   */
  Claim put(Document document, @Nullable Claim before, OpenUpload upload) {
    return put(document, before == null ? null : before.sealed(), upload);
  }

  /**
   * Takes an upload over from whoever was at it.
   *
   * @param size how many bytes the content has with which it goes on
   */
  Claim take(Document document, long size, Actor actor) {
    stores.reading(tx -> owners.require(tx, document.owner()));
    Kept kept = find(document).orElseThrow(UploadProgress::givenUp);
    OpenUpload upload = open(document, kept, actor);
    if (upload.size() != size) {
      throw PartReader.otherContent();
    }
    return put(document, kept.row().sealed(), upload);
  }

  /** The session at the provider, if there is one that can be read. */
  Optional<State> session(Document document) {
    try {
      return find(document).map(kept -> open(document, kept, Actor.DAVIT).session());
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.INTEGRITY) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  private Claim put(Document document, @Nullable Bytes expected, OpenUpload upload) {
    return stores.inTransaction(
        tx -> {
          check(tx, document, expected);
          ActiveOwner owner = owners.require(tx, document.owner());
          Bytes sealed = seals.seal(owner, binding(document), upload.pack());
          tx.uploadSessions().put(row(document, upload.session(), sealed));
          noteWhole(tx, document, upload);
          Document now = tx.documents().find(document.owner(), document.id()).orElseThrow();
          return new Claim(now, upload, sealed);
        });
  }

  private static Row row(Document document, State session, Bytes sealed) {
    return new Row(document.id(), sealed, session.position(), session.granularity());
  }

  /** Before the last bytes leave: after that the provider may be done, and we may be dead. */
  private static void noteWhole(Transaction tx, Document document, OpenUpload upload) {
    if (upload.isWhole()) {
      tx.documents().setRead(document.owner(), document.id(), upload.size(), upload.sha256());
    }
  }

  private static void check(Transaction tx, Document document, @Nullable Bytes expected) {
    boolean uploading =
        tx.documents()
            .find(document.owner(), document.id())
            .filter(found -> found.state() == Document.State.UPLOADING)
            .isPresent();
    JobId job = new JobId(document.id().value());
    if (!uploading || !tx.jobs().postpone(job, tx.now().plus(KEPT))) {
      throw UploadProgress.givenUp();
    }
    if (!stands(tx, document.id(), expected)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "Somebody else goes on with this upload by now.");
    }
  }

  /**
   * Whether nobody else goes on with an upload.
   *
   * @param claim the last one to it; null if it is not in parts, or no part of it has begun
   */
  static boolean isHeld(Transaction tx, DocumentId document, @Nullable Claim claim) {
    return stands(tx, document, claim == null ? null : claim.sealed());
  }

  private static boolean stands(Transaction tx, DocumentId document, @Nullable Bytes expected) {
    Bytes found = tx.uploadSessions().find(document).map(Row::sealed).orElse(null);
    return Objects.equals(found, expected);
  }

  private Optional<Kept> find(Document document) {
    return stores.reading(
        tx ->
            tx.uploadSessions()
                .find(document.id())
                .map(row -> new Kept(owners.requireForCleaning(tx, document.owner()), row)));
  }

  private OpenUpload open(Document document, Kept kept, Actor actor) {
    Bytes sealed = kept.row().sealed();
    return OpenUpload.read(kept.row(), seals.open(kept.owner(), binding(document), sealed, actor));
  }

  private static Binding binding(Document document) {
    ConnectionId connection = document.connection();
    return new Binding(
        document.owner().key(),
        connection == null ? "" : connection.value(),
        document.provider().value(),
        "upload:" + document.id());
  }

  private record Kept(ActiveOwner owner, Row row) {}
}
