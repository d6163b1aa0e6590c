package dev.davit;

import dev.davit.internal.documents.DocumentLists;
import dev.davit.internal.documents.PartedUploads;
import dev.davit.internal.documents.Reading;
import dev.davit.internal.documents.Removal;
import dev.davit.internal.documents.Uploads;
import dev.davit.internal.input.Inputs;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import dev.davit.ports.store.UploadSessionStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application's files in its owners' storages. A document is listed only once its provider has
 * said that it is complete.
 */
public final class Documents {
  private static final int LONGEST_NAME = 255;

  private final Stores stores;
  private final Uploads uploads;
  private final PartedUploads parted;
  private final Reading reading;
  private final DocumentLists lists;
  private final Removal removal;

  Documents(
      Stores stores,
      Uploads uploads,
      PartedUploads parted,
      Reading reading,
      DocumentLists lists,
      Removal removal) {
    this.stores = stores;
    this.uploads = uploads;
    this.parted = parted;
    this.reading = reading;
    this.lists = lists;
    this.removal = removal;
  }

  /**
   * Stores a document in the owner's default storage. It is announced before its first byte leaves,
   * so that nothing of it stays should this fail or the process end. A name that is taken there
   * gets a number: {@code report (2).pdf}; the document keeps its own.
   *
   * <p>A content of a known size of 16 MiB or more goes in parts where the provider has upload
   * sessions: a part that does not arrive is sent again, and what has arrived when this fails as
   * {@code UNAVAILABLE}, {@code RATE_LIMITED}, {@code LOCKED} or {@code REAUTH_REQUIRED}, or the
   * process ends, is kept for 24 hours. {@link #unfinished} lists it, {@link #resume} goes on.
   *
   * @return the document, READY
   * @throws dev.davit.ports.CloudException as {@code Storage.write}; {@code CONFLICT} or {@code
   *     REAUTH_REQUIRED} if the default storage can't be used; {@code INVALID_REQUEST} for a bad
   *     name or media type, or a content that has not as many bytes as it said; {@code UNAVAILABLE}
   *     if it breaks off, or took so long that it was given up
   */
  public Document store(Caller caller, NewDocument document) {
    return uploads.store(
        caller.owner(),
        Inputs.name(document.name(), LONGEST_NAME),
        Inputs.mediaType(document.contentType()),
        document.content(),
        caller.toActor());
  }

  /**
   * Goes on with an unfinished upload, wherever the provider is. Whoever was at it before finds
   * that somebody else is.
   *
   * @param content the same one, from its first byte: what was sent of it before is read again and
   *     compared. It need not be repeatable; but should the provider give the upload up while this
   *     is at it, only a repeatable one is sent anew
   * @return the document, READY
   * @throws dev.davit.ports.CloudException as {@link #store}; {@code NOT_FOUND} if it is no
   *     unfinished upload of this owner's; {@code INVALID_REQUEST} if it is another content: the
   *     upload stays as it is
   */
  public Document resume(Caller caller, DocumentId id, Content content) {
    return uploads.resume(caller.owner(), id, content, caller.toActor());
  }

  /**
   * The owner's uploads that are under way in parts, or that broke off and can be gone on with,
   * newest first.
   *
   * @param limit how many at most, 1 to 1,000
   */
  public List<UnfinishedUpload> unfinished(Caller caller, int limit) {
    int most = Inputs.limit(limit);
    return stores.reading(
        tx ->
            parted.list(tx, caller.owner(), most).stream()
                .map(document -> unfinished(tx, document))
                .toList());
  }

  private static UnfinishedUpload unfinished(Transaction tx, Document document) {
    long position =
        tx.uploadSessions().find(document.id()).map(UploadSessionStore.Row::position).orElse(0L);
    return new UnfinishedUpload(
        document.id(), document.name(), document.contentType(), position, document.createdAt());
  }

  /** One document, READY or LOST. */
  public Document get(Caller caller, DocumentId id) {
    return stores.reading(tx -> reading.find(tx, caller.owner(), id));
  }

  /**
   * One page of the owner's documents, READY or LOST, newest first.
   *
   * @param limit how many at most, 1 to 1,000
   * @throws dev.davit.ports.CloudException {@code INVALID_CURSOR} if the page token is not one for
   *     this owner and limit
   */
  public DocumentPage list(Caller caller, int limit, @Nullable String pageToken) {
    List<Document> found = lists.list(caller.owner(), Inputs.limit(limit), pageToken);
    List<Document> shown = found.subList(0, Math.min(limit, found.size()));
    return new DocumentPage(
        shown, shown.size() < found.size() ? lists.next(limit, shown.get(limit - 1)) : null);
  }

  /**
   * Opens a document, or a part of it, for reading; the caller closes it. If the provider says that
   * it is not there, it is LOST from then on; if a LOST one can be read again, it is READY.
   */
  public Download read(Caller caller, DocumentId id, @Nullable ByteRange range) {
    return reading.read(caller.owner(), id, range, caller.toActor());
  }

  /**
   * Removes a document, or gives an unfinished upload up. It is gone for the owner when this
   * returns.
   *
   * @return true if it is gone at the provider too; false if its copy there follows by a job
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if it is not there, or gone already
   */
  public boolean delete(Caller caller, DocumentId id) {
    Document document = stores.inTransaction(tx -> mark(tx, caller.owner(), id));
    try {
      removal.remove(document);
      return true;
    } catch (CloudException later) {
      return false;
    }
  }

  private Document mark(Transaction tx, OwnerId owner, DocumentId id) {
    Optional<Document> unfinished = parted.find(tx, owner, id);
    if (unfinished.isPresent()) {
      Removal.giveUp(tx, unfinished.get());
      return unfinished.get();
    }
    Document document = reading.find(tx, owner, id);
    tx.documents().setState(document.owner(), id, document.state(), Document.State.DELETING);
    NewJobs.insert(tx, JobKinds.DELETE, document.owner(), id.value());
    return document;
  }
}
