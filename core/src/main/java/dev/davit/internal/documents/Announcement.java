package dev.davit.internal.documents;

import dev.davit.internal.codec.Sha256;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.input.Problems;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.IdSource;
import dev.davit.ports.storage.Content;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;

/** Writes down, before the first byte leaves, what is about to be written and where. */
public final class Announcement {
  private final Stores stores;
  private final Owners owners;
  private final IdSource ids;

  public Announcement(Stores stores, Owners owners, IdSource ids) {
    this.stores = stores;
    this.owners = owners;
    this.ids = ids;
  }

  /** The document's row and the job that clears up after it, in one transaction. */
  Document make(Target target, String name, String type, Content content) {
    DocumentId id = new DocumentId(ids.next());
    return stores.inTransaction(
        tx -> {
          checkStillUsable(tx, target);
          Document document = document(tx, id, target, name, type, content);
          tx.documents().insert(document);
          NewJobs.insert(tx, JobKinds.SWEEP, target.owner(), id.value());
          return document;
        });
  }

  /** Announces the name of the next try, and answers it. */
  String rename(Document document, String name) {
    boolean noted =
        stores.inTransaction(
            tx -> tx.documents().setStoredName(document.owner(), document.id(), name));
    if (!noted) {
      throw UploadProgress.givenUp();
    }
    return name;
  }

  private void checkStillUsable(Transaction tx, Target target) {
    owners.require(tx, target.owner());
    ConnectionId connection = target.connection();
    if (connection != null) {
      try {
        Use.WORK.check(
            tx.connections()
                .find(target.owner(), connection)
                .orElseThrow(Problems::noSuchConnection));
      } catch (CloudException failure) {
        throw Targets.unusable(failure);
      }
    }
  }

  private Document document(
      Transaction tx, DocumentId id, Target target, String name, String type, Content content) {
    boolean empty = content.size().isPresent() && content.size().getAsLong() == 0;
    return new Document(
        id,
        target.owner(),
        name,
        type,
        Document.State.UPLOADING,
        target.provider(),
        target.connection(),
        target.folder(),
        target.connection() == null ? id.value() : name,
        ids.next(),
        null,
        empty ? 0L : null,
        empty ? Sha256.hex("") : null,
        false,
        tx.now());
  }
}
