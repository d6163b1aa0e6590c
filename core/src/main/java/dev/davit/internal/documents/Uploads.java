package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings documents in: announced, written, then READY, or nothing at all. */
public final class Uploads {
  private final Stores stores;
  private final Targets targets;
  private final Announcement announcement;
  private final UploadEnd end;
  private final PartedUploads parted;
  private final InstantSource clock;
  private final IdSource ids;

  public Uploads(
      Stores stores,
      Targets targets,
      Announcement announcement,
      UploadEnd end,
      PartedUploads parted,
      InstantSource clock,
      IdSource ids) {
    this.stores = stores;
    this.targets = targets;
    this.announcement = announcement;
    this.end = end;
    this.parted = parted;
    this.clock = clock;
    this.ids = ids;
  }

  /** Stores a document in the owner's default storage. */
  public Document store(OwnerId owner, String name, String type, Content content, Actor actor) {
    Target target = targets.resolve(owner, actor);
    Document document = announcement.make(target, name, type, content);
    return parted.take(target.storage(), content)
        ? inParts(target, document, content, null)
        : atOnce(target, document, content, Arrival.PLAIN);
  }

  /**
   * Writes what a document holds to where its owner's new ones go, its own connection apart, under
   * a row of its own that nobody sees before it has arrived.
   *
   * @return what the arrival answers
   */
  public Document carry(Document document, Download download, Arrival arrival) {
    Target target = targets.beside(document);
    Content content = new Carried(download);
    Document made = announcement.make(target, document.name(), document.contentType(), content);
    return atOnce(target, made, content, arrival);
  }

  /** Goes on with an upload in parts that its owner has begun, from its content's first byte. */
  public Document resume(OwnerId owner, DocumentId id, Content content, Actor actor) {
    Document document =
        stores.reading(tx -> parted.find(tx, owner, id)).orElseThrow(Problems::noSuchDocument);
    Target target =
        new Target(
            document.owner(),
            document.provider(),
            document.connection(),
            document.folder(),
            parted.open(document, actor));
    return inParts(target, document, content, parted.claim(document, content, actor));
  }

  private Document atOnce(Target target, Document document, Content content, Arrival arrival) {
    UploadProgress progress = new UploadProgress(stores, clock, document);
    TrackedContent tracked = new TrackedContent(content, progress);
    Entry entry;
    try {
      entry =
          write(
              document,
              tracked,
              request -> target.storage().call(Operation.WRITE, opened -> opened.write(request)));
    } catch (RuntimeException failure) {
      end.fail(target, document, null, failure);
      throw explained(failure);
    }
    return end.succeed(target, document, entry, progress.size(), arrival);
  }

  private Document inParts(
      Target target, Document document, Content content, @Nullable Claim claim) {
    TrackedContent tracked = new TrackedContent(content, Progress.NONE);
    PartedWrite write = parted.write(target.storage(), tracked, claim);
    Entry entry;
    try {
      entry = write(document, tracked, request -> write.write(document, request));
    } catch (RuntimeException failure) {
      if (!write.keeps(failure)) {
        end.fail(target, document, write.claim(), failure);
      }
      throw explained(failure);
    }
    return end.finished(document, entry, content.size().orElseThrow());
  }

  private Entry write(
      Document document, TrackedContent content, Function<WriteRequest, Entry> sending) {
    StoredNames others = new StoredNames(document.storedName(), ids);
    String name = document.storedName();
    while (true) {
      try {
        WriteRequest request = request(document, name, content);
        return sending.apply(request);
      } catch (CloudException failure) {
        boolean taken = failure.kind() == ErrorKind.CONFLICT;
        if (!taken || !content.canBeSent() || !others.hasNext()) {
          throw failure;
        }
        name = announcement.rename(document, others.next());
      }
    }
  }

  /** The folder that is not there is not what the caller asked for: it is in the way. */
  private static RuntimeException explained(RuntimeException failure) {
    return failure instanceof CloudException known && known.kind() == ErrorKind.NOT_FOUND
        ? new CloudException(
            ErrorKind.CONFLICT,
            "The folder of the default storage is no longer there. Choose another one.",
            failure)
        : failure;
  }

  /** All tries have the same tag, so that what any of them leaves behind is found by it. */
  private static WriteRequest request(Document document, String name, Content content) {
    return new WriteRequest(
        new WriteAttempt(document.folder(), name, document.tag()),
        content,
        document.contentType(),
        ConflictPolicy.FAIL,
        null);
  }
}
