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
 * @param altered only in what a write or the end of an upload answers: whether the provider told a
 *     hash of what it keeps that is not the hash of what was sent, as SharePoint does of the Office
 *     files that it rewrites. A size that differs says so for itself, and needs no mark
 */
public record Entry(
    EntryId id,
    String name,
    Kind kind,
    @Nullable Long size,
    @Nullable Instant modifiedAt,
    @Nullable String etag,
    @Nullable String contentType,
    @Nullable String webUrl,
    boolean altered) {
  /** File or folder; whatever else a provider has is shown as one of the two. */
  public enum Kind {
    FILE,
    FOLDER
  }

  /** An entry of which the provider told no other hash than that of what was sent. */
  public Entry(
      EntryId id,
      String name,
      Kind kind,
      @Nullable Long size,
      @Nullable Instant modifiedAt,
      @Nullable String etag,
      @Nullable String contentType,
      @Nullable String webUrl) {
    this(id, name, kind, size, modifiedAt, etag, contentType, webUrl, false);
  }

  /** The same, kept by the provider with other bytes than those that were sent. */
  public Entry asAltered() {
    return new Entry(id, name, kind, size, modifiedAt, etag, contentType, webUrl, true);
  }

  public boolean isFolder() {
    return kind == Kind.FOLDER;
  }
}
