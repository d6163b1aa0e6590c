package dev.davit.ports.store;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.storage.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents, always asked for by owner: another owner's is not there. */
public interface DocumentStore {
  Optional<Document> find(Owner owner, DocumentId id);

  /**
   * READY and LOST ones, newest first, those of the same time by id (as ASCII orders it); at most
   * {@code limit}.
   *
   * @param after only those that come after this position, whether or not a document is still
   *     there; null for the first ones
   */
  List<Document> list(Owner owner, @Nullable Position after, int limit);

  /**
   * An owner's documents in any state, in the order of their ids (as ASCII orders them); at most
   * {@code limit}.
   *
   * @param after only those after this id; null for the first ones
   */
  List<Document> all(Owner owner, @Nullable DocumentId after, int limit);

  /** As {@link #all}, those in one connection only. */
  List<Document> in(Owner owner, ConnectionId connection, @Nullable DocumentId after, int limit);

  /**
   * How many documents are in a connection. Those that are DELETING don't count: they keep nobody
   * from disconnecting, and their rows may outlive the connection.
   */
  long count(Owner owner, ConnectionId connection);

  /**
   * Whether a file is another document of the same owner, in any state: one that has that entry.
   *
   * @param document whose owner, provider and connection are meant
   * @param entry the file
   */
  boolean isAnother(Document document, EntryId entry);

  /**
   * Whether another document of the same owner is UPLOADING under the same name into the same
   * folder, so that nobody can say yet whose a file of that name is.
   *
   * @param document whose owner, provider, connection, folder and stored name are meant
   */
  boolean isAwaited(Document document);

  void insert(Document document);

  /**
   * Notes under which name the next try of an UPLOADING document goes. False if it is not
   * UPLOADING.
   */
  boolean setStoredName(Owner owner, DocumentId id, String storedName);

  /**
   * Notes size and hash of an UPLOADING document once its last byte was read. False if it is not
   * UPLOADING.
   */
  boolean setRead(Owner owner, DocumentId id, long size, String sha256);

  /** UPLOADING becomes READY. False, and nothing changed, if it is not UPLOADING. */
  boolean ready(Owner owner, DocumentId id, EntryId entry, boolean altered);

  /**
   * Any state of {@code from} becomes {@code to}. False, and nothing changed, if it is in another.
   */
  boolean setState(Owner owner, DocumentId id, Document.State from, Document.State to);

  /**
   * Two documents of an owner change places: what is said of where a file is, what its provider
   * calls it, and its bytes (provider, connection, folder, stored name, tag, entry, size, hash,
   * altered). All else stays. False, and nothing changed, unless both are there.
   */
  boolean exchangePlaces(Owner owner, DocumentId one, DocumentId other);

  /** Removes the row, and with it its upload session. False if it is not there. */
  boolean delete(Owner owner, DocumentId id);

  /**
   * A place in the list, that of a document.
   *
   * @param createdAt when it was announced
   * @param id which it is
   */
  record Position(Instant createdAt, DocumentId id) {}
}
