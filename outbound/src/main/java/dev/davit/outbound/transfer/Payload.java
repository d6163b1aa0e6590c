package dev.davit.outbound.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request. Its length is always known: some servers take no other. */
public interface Payload {
  /** How many bytes it has, exactly. */
  long length();

  String contentType();

  /** Whether it may be sent again. */
  boolean repeatable();

  /**
   * Opens it from the first byte.
   *
   * @throws IOException if it can't be read
   */
  InputStream open() throws IOException;

  /** A few bytes in memory. */
  static Payload of(byte[] bytes, String contentType) {
    return new Payload() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public String contentType() {
        return contentType;
      }

      @Override
      public boolean repeatable() {
        return true;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
