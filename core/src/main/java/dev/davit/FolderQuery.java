package dev.davit;

import dev.davit.internal.input.Inputs;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which folder.
 *
 * @param folder whose children
 * @param limit how many at most, 1 to 1,000; anything else is {@code INVALID_REQUEST}
 * @param pageToken from the page before; null for the first
 * @param refresh whether to ask the provider even if the page was listed a moment ago
 */
public record FolderQuery(EntryId folder, int limit, @Nullable String pageToken, boolean refresh) {
  /** How many entries a page has unless the caller says otherwise. */
  public static final int DEFAULT_LIMIT = 100;

  public FolderQuery {
    Inputs.limit(limit);
  }

  /** The first page of a folder, of the usual size. */
  public static FolderQuery of(EntryId folder) {
    return new FolderQuery(folder, DEFAULT_LIMIT, null, false);
  }
}
