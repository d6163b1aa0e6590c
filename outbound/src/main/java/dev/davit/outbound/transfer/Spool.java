package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A content whose size is known. Where it was not it is kept in a temporary file first, which only
 * this process's user can read, and which is gone once this is closed.
 */
public final class Spool implements Content, AutoCloseable {
  private final Content content;
  private final @Nullable Path file;
  private final long length;

  private Spool(Content content, @Nullable Path file, long length) {
    this.content = content;
    this.file = file;
    this.length = length;
  }

  /**
   * Makes the size of a content known.
   *
   * @param folder for temporary files
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the content can't be read to its end,
   *     or there is no room for it
   */
  public static Spool of(Content content, Path folder) {
    OptionalLong size = content.size();
    return size.isPresent() ? new Spool(content, null, size.getAsLong()) : kept(content, folder);
  }

  private static Spool kept(Content content, Path folder) {
    try {
      Path file = Files.createTempFile(folder, "davit-", ".spool");
      Spool spool = null;
      try {
        spool = new Spool(content, file, keep(content, file));
        return spool;
      } finally {
        if (spool == null) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  private static long keep(Content content, Path file) throws IOException {
    try (InputStream in = content.open();
        OutputStream out = Files.newOutputStream(file)) {
      return in.transferTo(out);
    }
  }

  /** How many bytes there are, or are said to be. */
  public long length() {
    return length;
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(length);
  }

  @Override
  public boolean repeatable() {
    return file != null || content.repeatable();
  }

  @Override
  public InputStream open() throws IOException {
    return file == null ? content.open() : Files.newInputStream(file);
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
