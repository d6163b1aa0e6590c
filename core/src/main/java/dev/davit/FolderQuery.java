package dev.davit;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which folder.
 *
 * @param folder whose children
 * @param limit how many at most, 1 to 1,000; anything else is {@link ErrorKind#INVALID_REQUEST}
 * @param pageToken from the page before; null for the first
 * @param refresh whether to ask the provider even if the page was listed a moment ago
 */
public record FolderQuery(EntryId folder, int limit, @Nullable String pageToken, boolean refresh) {
  /** How many entries a page has unless the caller says otherwise. */
  public static final int DEFAULT_LIMIT = 100;

  public FolderQuery {
    if (limit < 1 || limit > ListRequest.MAX_LIMIT) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST,
          "The limit of a page is 1 to " + ListRequest.MAX_LIMIT + ".",
          Hints.field("limit"));
    }
  }

  /** The first page of a folder, of the usual size. */
  public static FolderQuery of(EntryId folder) {
    return new FolderQuery(folder, DEFAULT_LIMIT, null, false);
  }
}
