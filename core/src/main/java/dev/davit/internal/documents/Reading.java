package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds documents and opens them. Only READY and LOST ones are there for their owner. */
public final class Reading {
  private final Stores stores;
  private final Owners owners;
  private final DocumentStorage storages;

  public Reading(Stores stores, Owners owners, DocumentStorage storages) {
    this.stores = stores;
    this.owners = owners;
    this.storages = storages;
  }

  /** The document of that id; another owner's is not there. */
  public Document find(Transaction tx, OwnerId id, DocumentId document) {
    return owners
        .find(tx, id)
        .flatMap(owner -> tx.documents().find(owner.owner(), document))
        .filter(found -> found.state() == State.READY || found.state() == State.LOST)
        .orElseThrow(Problems::noSuchDocument);
  }

  /** Opens a document, and notes whether it is there. */
  public Download read(OwnerId owner, DocumentId id, @Nullable ByteRange range, Actor actor) {
    Document document = stores.reading(tx -> find(tx, owner, id));
    EntryId entry = document.entry();
    if (entry == null) {
      throw Problems.noSuchDocument();
    }
    OpenedStorage storage = storages.openForReading(document, actor);
    Download download = open(document, entry, storage, range);
    if (document.state() == State.LOST) {
      note(document, State.LOST, State.READY);
    }
    return withType(download, document.contentType());
  }

  /** Opens a document whose connection is left; empty if the provider does not have it. */
  public Optional<Download> openToMove(Document document) {
    EntryId entry = document.entry();
    if (entry == null) {
      return Optional.empty();
    }
    OpenedStorage storage = storages.openForCleaning(document);
    try {
      return Optional.of(storage.call(Operation.READ, opened -> opened.read(entry, null)));
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  private Download open(
      Document document, EntryId entry, OpenedStorage storage, @Nullable ByteRange range) {
    try {
      return storage.call(Operation.READ, opened -> opened.read(entry, range));
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.NOT_FOUND) {
        throw failure;
      }
      note(document, State.READY, State.LOST);
      throw new CloudException(
          ErrorKind.NOT_FOUND, "The provider no longer has this document.", failure);
    }
  }

  /** Only of what its owner may still reach: a refusal of ours is no word of the provider. */
  private void note(Document document, State from, State to) {
    stores.inTransaction(
        tx -> {
          owners.require(tx, document.owner());
          return Removal.isServed(tx, document)
              && tx.documents().setState(document.owner(), document.id(), from, to);
        });
  }

  private static Download withType(Download download, String contentType) {
    return new Download(
        download.body(),
        download.first(),
        download.length(),
        download.size(),
        download.etag(),
        contentType);
  }
}
