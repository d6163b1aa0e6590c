package dev.davit.nextcloud.internal;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A chunked upload: where its chunks arrive and where the file is wanted.
 *
 * @param folder of the chunks, below the user's uploads
 * @param target of the file, below the user's files
 * @param size of the file, in bytes
 */
record UploadPlan(DavPath folder, DavPath target, long size) {
  private static final long MIB = 1024 * 1024;
  private static final long USUAL_CHUNK = 10 * MIB;
  private static final long LARGEST_CHUNK = 5_000_000_000L;
  private static final int MOST_CHUNKS = 10_000;

  /** The folder of an attempt: the same for whoever knows the attempt's tag. */
  static DavPath folder(String tag) {
    byte[] name = ("davit upload " + tag).getBytes(StandardCharsets.UTF_8);
    return DavPath.ROOT.child(UUID.nameUUIDFromBytes(name).toString(), true).orElseThrow();
  }

  static UploadPlan of(String tag, DavPath target, long size) {
    return new UploadPlan(folder(tag), target, size);
  }

  /**
   * How large each chunk but the last is: 5 MB to 5 GB, and so that 10,000 are enough.
   *
   * @throws CloudException {@link ErrorKind#TOO_LARGE}
   */
  static long chunkSize(long size) {
    long least = (size + MOST_CHUNKS - 1) / MOST_CHUNKS;
    long chunk = Math.max(USUAL_CHUNK, (least + MIB - 1) / MIB * MIB);
    if (chunk > LARGEST_CHUNK) {
      throw new CloudException(ErrorKind.TOO_LARGE, "The server takes no file of this size.");
    }
    return chunk;
  }

  long chunkSize() {
    return chunkSize(size);
  }

  /** How long the chunk is that begins at a position. */
  long chunkLength(long position) {
    return Math.min(chunkSize(), size - position);
  }

  /** The chunk that begins at a position; numbered from 1 on. */
  DavPath chunk(long position) {
    return child("%05d".formatted(position / chunkSize() + 1));
  }

  /** What all chunks together are, once they are there. */
  DavPath whole() {
    return child(".file");
  }

  private DavPath child(String name) {
    return folder.child(name, false).orElseThrow();
  }
}
