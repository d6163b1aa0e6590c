package dev.davit.ports.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what changed since a point in time. */
public interface Changes {
  /** The point from which on changes can be asked for, from now. */
  Cursor now();

  /**
   * Changes since a point, in order; an entry may be named more than once, the last word counts.
   *
   * @param since from {@link #now} or the answer before
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#INVALID_CURSOR} if the
   *     provider no longer knows that point: list everything anew
   */
  Page since(Cursor since);

  /**
   * A page of changes.
   *
   * @param changes in order
   * @param next where to go on, or to ask again later
   * @param more whether there are more already
   */
  record Page(List<Change> changes, Cursor next, boolean more) {
    public Page {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One entry that changed.
   *
   * @param id which
   * @param entry as it is now; null if it is gone
   */
  record Change(EntryId id, @Nullable Entry entry) {}
}
