package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.storage.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the store says of an object.
 *
 * @param key its key
 * @param size in bytes
 * @param etag in HTTP form
 * @param modified in whole seconds: heads have no more, and listings are to say the same
 * @param contentType where it was asked for
 * @param tag of the attempt that wrote it, where it was asked for
 */
record Stored(
    String key,
    long size,
    String etag,
    @Nullable Instant modified,
    @Nullable String contentType,
    @Nullable String tag) {
  /** Some stores give the objects of folders none. */
  private static final String NONE = "\"\"";

  /**
   * An object as answers have it.
   *
   * @throws CloudException {@link dev.davit.ports.ErrorKind#PROTOCOL} if what every object has is
   *     missing
   */
  static Stored of(
      String key, @Nullable Long size, @Nullable String etag, @Nullable Instant modified) {
    if (size == null) {
      throw S3Errors.senseless();
    }
    Instant seconds = modified == null ? null : modified.truncatedTo(ChronoUnit.SECONDS);
    boolean folder = key.endsWith("/") && seconds != null;
    return new Stored(key, size, folder ? NONE : etag(etag), seconds, null, null);
  }

  /** In HTTP form, which some write without its quotes in XML. */
  static String etag(@Nullable String said) {
    if (said == null || said.isBlank()) {
      throw S3Errors.senseless();
    }
    return said.endsWith("\"") ? said : '"' + said + '"';
  }

  Stored with(@Nullable String type, @Nullable String mark) {
    return new Stored(key, size, etag, modified, type, mark);
  }

  /** Whether that attempt wrote it. */
  boolean isOf(String attempt) {
    return attempt.equals(tag);
  }

  Entry entry(EntryPath path) {
    return new Entry(path.id(), path.name(), path.kind(), size, modified, etag, null, null);
  }

  /** A folder says nothing of itself but its name. */
  static Entry folder(EntryPath path) {
    return new Entry(path.id(), path.name(), Entry.Kind.FOLDER, null, null, null, null, null);
  }
}
