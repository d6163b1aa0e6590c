package dev.davit.ports.storage;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An opened file, to be read once and closed.
 *
 * @param body the bytes asked for; it fails with an {@link IOException} rather than end early
 * @param first the position of the first byte of the body in the file
 * @param length how many bytes the body has, where known
 * @param size how many bytes the whole file has, where known
 * @param etag as in {@link Entry#etag()}
 * @param contentType as in {@link Entry#contentType()}
 */
public record Download(
    InputStream body,
    long first,
    @Nullable Long length,
    @Nullable Long size,
    @Nullable String etag,
    @Nullable String contentType)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    body.close();
  }
}
