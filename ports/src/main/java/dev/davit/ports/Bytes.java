package dev.davit.ports;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that don't change: ciphertexts, digests. Equal when the bytes are. Shows only how many
 * there are.
 */
public final class Bytes {
  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of the array. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  public int length() {
    return value.length;
  }

  /** The bytes in lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "[" + value.length + " bytes]";
  }
}
