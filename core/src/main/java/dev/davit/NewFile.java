package dev.davit;

import dev.davit.internal.input.Problems;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A file to be put into a connection's storage.
 *
 * @param folder into which folder
 * @param name under which name
 * @param content its bytes
 * @param contentType its media type; null where unknown
 * @param conflict what to do where the name is taken
 * @param ifMatch replace only if the entry still has this etag; with any other policy than {@link
 *     ConflictPolicy#REPLACE} that is {@code INVALID_REQUEST}
 */
public record NewFile(
    EntryId folder,
    String name,
    Content content,
    @Nullable String contentType,
    ConflictPolicy conflict,
    @Nullable String ifMatch) {
  public NewFile {
    if (ifMatch != null && conflict != ConflictPolicy.REPLACE) {
      throw Problems.field("if_match", "An etag can be matched only when a file is replaced.");
    }
  }
}
