package dev.davit.ports.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder in a storage. What the provider did not say is absent, never a made-up value.
 *
 * @param id how to come back to it
 * @param name as the provider has it, which may hold any character; not a path, and not safe to use
 *     as one
 * @param kind file or folder
 * @param size in bytes, of files only
 * @param modifiedAt when its content last changed
 * @param etag the provider's validator in HTTP form (RFC 9110, 8.8.3), quotes and weakness mark
 *     included
 * @param contentType the media type
 * @param webUrl where the user can see it at the provider
 */
public record Entry(
    EntryId id,
    String name,
    Kind kind,
    @Nullable Long size,
    @Nullable Instant modifiedAt,
    @Nullable String etag,
    @Nullable String contentType,
    @Nullable String webUrl) {
  /** File or folder; whatever else a provider has is shown as one of the two. */
  public enum Kind {
    FILE,
    FOLDER
  }

  public boolean isFolder() {
    return kind == Kind.FOLDER;
  }
}
