package dev.davit.http;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file are sent.
 *
 * @param first the position of the first
 * @param length how many, where known
 * @param size of the whole file, where known
 */
record Extent(long first, @Nullable Long length, @Nullable Long size) {

  static Extent of(Download download, @Nullable ByteRange range) {
    Long length = download.length();
    Long size = download.size();
    if (length == null && size != null && !(range instanceof ByteRange.Between)) {
      length = size - download.first();
    }
    return new Extent(download.first(), length, size);
  }

  /** Whether it can be said in the headers; of a whole file it need not be. */
  boolean knownFor(@Nullable ByteRange range) {
    return range == null || (length != null && length > 0);
  }

  String contentRange() {
    long last = length == null ? first : first + length - 1;
    return "bytes " + first + "-" + last + "/" + (size == null ? "*" : size);
  }
}
