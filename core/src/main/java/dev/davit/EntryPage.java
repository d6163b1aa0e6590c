package dev.davit;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.storage.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a folder.
 *
 * @param entries in the provider's order; may be empty although there is a next page
 * @param nextPageToken what to ask the next page with, for the same owner, connection, folder and
 *     limit only; null on the last page
 * @param connection in which connection the folder is
 */
public record EntryPage(
    List<Entry> entries, @Nullable String nextPageToken, ConnectionId connection) {
  public EntryPage {
    entries = List.copyOf(entries);
  }
}
