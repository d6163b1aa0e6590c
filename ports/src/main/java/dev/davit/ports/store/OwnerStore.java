package dev.davit.ports.store;

import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.WrappedKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The owners and their data keys. A purged owner leaves a tombstone, so that the generation goes on
 * from there.
 */
public interface OwnerStore {
  /** The newest generation of this id. */
  Optional<Row> find(OwnerId id);

  /**
   * Adds an owner, or the next generation of one.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if that
   *     generation is there already
   */
  void insert(Row row);

  /**
   * Sets the state; PURGED and ENDED also destroy the key. False if that generation is not there.
   */
  boolean setState(Owner owner, State state);

  /** Whether an owner may be served. */
  enum State {
    ACTIVE,
    /** Being purged: everyone but the purge is refused. */
    PURGING,
    /** Gone; the tombstone. The id may be used again, as the next generation. */
    PURGED,
    /** Gone for good, as the owner of an account that was deleted: no generation follows. */
    ENDED
  }

  /**
   * An owner as it is stored.
   *
   * @param owner which
   * @param state whether it may be served
   * @param key the data key; null once destroyed
   * @param createdAt when it was first seen
   */
  record Row(Owner owner, State state, @Nullable WrappedKey key, Instant createdAt) {}
}
