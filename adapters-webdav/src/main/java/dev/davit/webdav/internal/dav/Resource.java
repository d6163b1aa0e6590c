package dev.davit.webdav.internal.dav;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of one thing (RFC 4918, 15), as far as it is readable. What it did not say, or
 * said in a way that makes no sense, is absent.
 *
 * @param folder whether it is a collection
 * @param size of files, 0 or more
 * @param modifiedAt when it last changed
 * @param etag in HTTP form
 * @param contentType a media type
 * @param quota what room there is
 */
public record Resource(
    boolean folder,
    @Nullable Long size,
    @Nullable Instant modifiedAt,
    @Nullable String etag,
    @Nullable String contentType,
    Room quota) {
  /**
   * Room in bytes (RFC 4331).
   *
   * @param used 0 or more
   * @param available 0 or more
   */
  public record Room(@Nullable Long used, @Nullable Long available) {}
}
