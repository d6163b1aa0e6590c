package dev.davit.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after the other. Each text and each array is preceded by its length, so that no
 * two different sequences give the same bytes.
 */
public final class Packer {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds eight bytes, the highest first. */
  public Packer number(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** Adds a text in UTF-8. */
  public Packer text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a text or its absence, which differs from an empty one. */
  public Packer optional(@Nullable String value) {
    return value == null ? number(0) : number(1).text(value);
  }

  public Packer bytes(byte[] value) {
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
