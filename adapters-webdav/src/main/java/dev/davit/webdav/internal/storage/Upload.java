package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import dev.davit.webdav.internal.dav.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A content to be sent with its length. Where that is not known it is kept in a temporary file
 * first, which only this process's user can read, and which is gone once this is closed.
 */
public final class Upload implements Payload, AutoCloseable {
  private static final String UNTYPED = "application/octet-stream";

  private final Content content;
  private final @Nullable Path spool;
  private final long length;
  private final String contentType;

  private Upload(Content content, @Nullable Path spool, long length, @Nullable String contentType) {
    this.content = content;
    this.spool = spool;
    this.length = length;
    String readable = Values.contentType(contentType);
    this.contentType = readable == null ? UNTYPED : readable;
  }

  /**
   * Makes a content ready to be sent.
   *
   * @param folder for temporary files
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the content can't be read to its end,
   *     or there is no room for it
   */
  public static Upload of(Content content, @Nullable String contentType, Path folder) {
    OptionalLong size = content.size();
    return size.isPresent()
        ? new Upload(content, null, size.getAsLong(), contentType)
        : spooled(content, contentType, folder);
  }

  private static Upload spooled(Content content, @Nullable String contentType, Path folder) {
    try {
      Path file = Files.createTempFile(folder, "davit-", ".spool");
      Upload upload = null;
      try {
        upload = new Upload(content, file, keep(content, file), contentType);
        return upload;
      } finally {
        if (upload == null) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The content could not be read to its end.", e);
    }
  }

  private static long keep(Content content, Path file) throws IOException {
    try (InputStream in = content.open();
        OutputStream out = Files.newOutputStream(file)) {
      return in.transferTo(out);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public boolean repeatable() {
    return spool != null || content.repeatable();
  }

  @Override
  public InputStream open() throws IOException {
    return spool == null ? content.open() : Files.newInputStream(spool);
  }

  @Override
  public void close() {
    if (spool != null) {
      try {
        Files.deleteIfExists(spool);
      } catch (IOException e) {
        spool.toFile().deleteOnExit();
      }
    }
  }
}
