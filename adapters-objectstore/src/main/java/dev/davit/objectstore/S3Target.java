package dev.davit.objectstore;

import dev.davit.ports.storage.ConflictPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Under which key an object is to be, and on what condition: the store holds it in one step with
 * making the object.
 *
 * @param key its key
 * @param tag of the attempt
 * @param contentType its media type, where known
 * @param ifMatch only in the place of an object with this etag; null for any or none
 * @param onlyNew only where no object is
 */
record S3Target(
    String key,
    String tag,
    @Nullable String contentType,
    @Nullable String ifMatch,
    boolean onlyNew) {
  /** The media type of the objects that keep folders. */
  static final String FOLDER = "application/x-directory";

  /** A folder, where nothing is yet. */
  static S3Target folder(EntryPath path, String tag) {
    return new S3Target(S3Names.key(path), tag, FOLDER, null, true);
  }

  static S3Target of(
      EntryPath path, String tag, @Nullable String contentType, ConflictPolicy conflict) {
    return new S3Target(
        S3Names.key(path),
        tag,
        S3Bucket.sayable(contentType),
        null,
        conflict != ConflictPolicy.REPLACE);
  }

  S3Target matching(@Nullable String etag) {
    return new S3Target(key, tag, contentType, etag, onlyNew);
  }

  /** As a header has it; null for no such condition. */
  @Nullable String ifNoneMatch() {
    return onlyNew ? "*" : null;
  }
}
