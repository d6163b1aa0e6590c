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
 * @param fileId Nextcloud's number of it, which stays with it ({@code oc:fileid})
 * @param permissions Nextcloud's letters for what the user may do with it ({@code oc:permissions})
 */
public record Resource(
    boolean folder,
    @Nullable Long size,
    @Nullable Instant modifiedAt,
    @Nullable String etag,
    @Nullable String contentType,
    Room quota,
    @Nullable Long fileId,
    @Nullable String permissions) {
  /** Whether the server has said that the user may not do what this letter stands for. */
  public boolean forbids(char letter) {
    return permissions != null && permissions.indexOf(letter) < 0;
  }

  /**
   * Room in bytes (RFC 4331).
   *
   * @param used 0 or more
   * @param available 0 or more
   * @param unlimited whether a Nextcloud has said that there is no limit
   */
  public record Room(@Nullable Long used, @Nullable Long available, boolean unlimited) {}
}
