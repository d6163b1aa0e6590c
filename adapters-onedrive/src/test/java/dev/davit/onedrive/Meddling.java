package dev.davit.onedrive;

import dev.davit.ports.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A content at whose end somebody else does something.
 *
 * @param length in bytes
 * @param deed what is done, once
 */
record Meddling(int length, Runnable deed) implements Content {
  @Override
  public OptionalLong size() {
    return OptionalLong.of(length);
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(UploadBench.bytes(length)) {
      private boolean done;

      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        int read = super.read(buffer, offset, length);
        if (pos == count && !done) {
          done = true;
          deed.run();
        }
        return read;
      }
    };
  }
}
