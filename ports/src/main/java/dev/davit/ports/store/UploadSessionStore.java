package dev.davit.ports.store;

import dev.davit.ports.Bytes;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import java.util.List;
import java.util.Optional;

/** Long uploads that can go on after a restart, one for each document on its way. */
public interface UploadSessionStore {
  Optional<Row> find(DocumentId document);

  /**
   * The owner's documents that are UPLOADING and have a session, newest first, those of the same
   * time by id (as ASCII orders it); at most {@code limit}.
   */
  List<Document> unfinished(Owner owner, int limit);

  /** Adds it or puts it in the place of the one before. */
  void put(Row row);

  /** Removes it. False if it is not there. */
  boolean delete(DocumentId document);

  /**
   * A session as it is stored.
   *
   * @param document whose bytes
   * @param sealed the provider's session, sealed
   * @param position how many bytes the provider has
   * @param granularity of what size parts must be a multiple
   */
  record Row(DocumentId document, Bytes sealed, long position, long granularity) {}
}
