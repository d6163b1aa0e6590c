package dev.davit.ports.storage;

import org.jspecify.annotations.Nullable;

/**
 * A file to be written.
 *
 * @param attempt where to, and how to find it after an interruption
 * @param content its bytes
 * @param contentType its media type, where known
 * @param conflict what to do where the name is taken
 * @param ifMatch replace only if the entry still has this etag; only with {@link
 *     ConflictPolicy#REPLACE}
 */
public record WriteRequest(
    WriteAttempt attempt,
    Content content,
    @Nullable String contentType,
    ConflictPolicy conflict,
    @Nullable String ifMatch) {
  public WriteRequest {
    if (ifMatch != null && conflict != ConflictPolicy.REPLACE) {
      throw new IllegalArgumentException("an etag is matched only when replacing");
    }
  }
}
