package dev.davit.ports.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes to be stored. */
public interface Content {
  /** How many bytes there are, where that is known before reading them. */
  OptionalLong size();

  /** Whether {@link #open} may be called again and then answers the same bytes. */
  boolean repeatable();

  /**
   * Opens the bytes from the first one. The caller closes the stream. A content that is not
   * repeatable is opened once at most, so it is never silently sent twice.
   *
   * @throws IllegalStateException if it was opened before and is not repeatable
   * @throws IOException if the source can't be read
   */
  InputStream open() throws IOException;
}
