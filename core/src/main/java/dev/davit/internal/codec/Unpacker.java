package dev.davit.internal.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Packer} wrote. Bytes that no packer can have written are an {@link
 * IllegalArgumentException}, which never quotes them.
 */
public final class Unpacker {
  private final ByteBuffer in;

  public Unpacker(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  public long number() {
    check(in.remaining() >= Long.BYTES);
    return in.getLong();
  }

  /** A number of things to come, none of which is shorter than a byte. */
  public int count() {
    long count = number();
    check(count >= 0 && count <= in.remaining());
    return (int) count;
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    byte[] bytes = new byte[count()];
    in.get(bytes);
    return bytes;
  }

  public @Nullable String optional() {
    long present = number();
    check(present == 0 || present == 1);
    return present == 0 ? null : text();
  }

  /** Says that nothing must be left. */
  public void end() {
    check(!in.hasRemaining());
  }

  private static void check(boolean good) {
    if (!good) {
      throw new IllegalArgumentException("these bytes were not packed here");
    }
  }
}
