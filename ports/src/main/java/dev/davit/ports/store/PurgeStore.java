package dev.davit.ports.store;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The purges, and for a while those that are over. */
public interface PurgeStore {
  Optional<Purge> find(JobId id);

  /** The one of this very owner. */
  Optional<Purge> find(Owner owner);

  /**
   * All in the order of their ids (as ASCII orders them); at most {@code limit}.
   *
   * @param after only those after this id; null for the first ones
   */
  List<Purge> list(@Nullable JobId after, int limit);

  /**
   * Adds one.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if there is
   *     one of that owner already
   */
  void insert(Purge purge);

  /** Replaces the row of that id. False, and nothing changed, if it is not there or over. */
  boolean update(Purge purge);

  /** Removes those that were over before, at most {@code limit}, and says how many. */
  int deleteFinished(Instant before, int limit);
}
