package dev.davit.outbound.transfer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Bytes of a body that are in memory, and can be sent again for as long as they are.
 *
 * @param bytes of which the first are meant
 * @param count how many
 * @param contentType their media type
 */
@SuppressWarnings("ArrayRecordComponent")
public record Piece(byte[] bytes, int count, String contentType) implements Payload {
  @Override
  public long length() {
    return count;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes, 0, count);
  }
}
