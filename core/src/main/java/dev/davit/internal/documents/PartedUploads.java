package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.ports.DocumentId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.Content;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The uploads in parts: which there are to be, and those that can be gone on with. */
public final class PartedUploads {
  private final Owners owners;
  private final DocumentStorage storages;
  private final Removal removal;
  private final Claims claims;
  private final PartSizes sizes;

  public PartedUploads(
      Owners owners, DocumentStorage storages, Removal removal, Claims claims, PartSizes sizes) {
    this.owners = owners;
    this.storages = storages;
    this.removal = removal;
    this.claims = claims;
    this.sizes = sizes;
  }

  /** The owner's unfinished uploads, newest first. */
  public List<Document> list(Transaction tx, OwnerId id, int limit) {
    return owners
        .find(tx, id)
        .map(owner -> tx.uploadSessions().unfinished(owner.owner(), limit))
        .orElse(List.of());
  }

  /** The unfinished upload of that id; another owner's is not there. */
  public Optional<Document> find(Transaction tx, OwnerId id, DocumentId document) {
    return owners
        .find(tx, id)
        .flatMap(owner -> tx.documents().find(owner.owner(), document))
        .filter(found -> found.state() == State.UPLOADING)
        .filter(found -> tx.uploadSessions().find(document).isPresent());
  }

  /** Whether a content goes there in parts. */
  boolean take(OpenedStorage storage, Content content) {
    return content.size().orElse(0) >= sizes.from() && storage.hasUploadSessions();
  }

  OpenedStorage open(Document document, Actor actor) {
    return storages.open(document, actor);
  }

  /** Takes an upload over, to go on with this content. */
  Claim claim(Document document, Content content, Actor actor) {
    return claims.take(document, content.size().orElseThrow(PartReader::otherContent), actor);
  }

  PartedWrite write(OpenedStorage storage, TrackedContent content, @Nullable Claim claim) {
    return new PartedWrite(storage, content, sizes, claims, removal, claim);
  }
}
