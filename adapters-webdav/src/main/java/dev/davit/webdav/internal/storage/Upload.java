package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Spool;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import dev.davit.webdav.internal.dav.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A content to be sent with its length; spooled where that is not known. */
public final class Upload implements Payload, AutoCloseable {
  private static final String UNTYPED = "application/octet-stream";

  private final Spool spool;
  private final String contentType;

  private Upload(Spool spool, @Nullable String contentType) {
    this.spool = spool;
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
    return new Upload(Spool.of(content, folder), contentType);
  }

  @Override
  public long length() {
    return spool.length();
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public boolean repeatable() {
    return spool.repeatable();
  }

  @Override
  public InputStream open() throws IOException {
    return spool.open();
  }

  @Override
  public void close() {
    spool.close();
  }
}
