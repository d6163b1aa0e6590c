package dev.davit;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.storage.Changes;
import java.util.List;

/**
 * One page of what changed in a connection.
 *
 * @param changes in order; an entry may be named more than once, the last word counts; may be empty
 *     although there are more
 * @param nextPageToken what to go on with, now or later, for the same owner and connection only
 * @param more whether there are more already
 * @param connection in which connection
 */
public record ChangePage(
    List<Changes.Change> changes, String nextPageToken, boolean more, ConnectionId connection) {
  public ChangePage {
    changes = List.copyOf(changes);
  }
}
