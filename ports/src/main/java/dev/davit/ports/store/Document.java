package dev.davit.ports.store;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of the application in some storage of its owner.
 *
 * @param id minted by Davit
 * @param owner whose
 * @param name as the application named it
 * @param contentType its media type
 * @param state where it is in its life
 * @param provider where it is stored
 * @param connection in which of the owner's accounts; null for the application's own storage
 * @param folder in which folder there
 * @param storedName under which name there
 * @param tag of the write that made it, announced before the first byte left
 * @param entry what the provider calls it; null until READY
 * @param size in bytes, by our own count; null until the last byte was read
 * @param sha256 of its bytes in lower-case hex, by our own reckoning; null until the last byte was
 *     read
 * @param altered whether the provider reported another size or hash than what was sent
 * @param createdAt when it was announced
 */
public record Document(
    DocumentId id,
    Owner owner,
    String name,
    String contentType,
    State state,
    ProviderId provider,
    @Nullable ConnectionId connection,
    EntryId folder,
    String storedName,
    String tag,
    @Nullable EntryId entry,
    @Nullable Long size,
    @Nullable String sha256,
    boolean altered,
    Instant createdAt) {
  /** Where a document is in its life. */
  public enum State {
    /**
     * Announced; its bytes are on their way, or an interruption left something that the sweep will
     * clear.
     */
    UPLOADING,
    /** The provider said complete, and our own count and hash stand. */
    READY,
    /** To be removed at the provider, then here. */
    DELETING,
    /** The provider said that it is not there; can be taken back. */
    LOST
  }
}
