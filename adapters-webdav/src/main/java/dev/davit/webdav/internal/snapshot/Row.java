package dev.davit.webdav.internal.snapshot;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A name and what belongs to it, as bytes. Both are its own: nobody changes them.
 *
 * @see #BY_NAME
 */
public final class Row {
  /** The order of listings. */
  static final Comparator<Row> BY_NAME =
      (one, other) -> Arrays.compareUnsigned(one.name, other.name);

  /** The most bytes that a name has, and the most that belong to it. */
  public static final int LONGEST = 0xffff;

  /** What the objects of one row take in memory, besides their bytes. */
  private static final int OVERHEAD = 64;

  private final byte[] name;
  private final byte[] value;

  /** A row; neither part is longer than {@link #LONGEST}, and the name is not empty. */
  public Row(byte[] name, byte[] value) {
    if (name.length == 0 || name.length > LONGEST || value.length > LONGEST) {
      throw new IllegalArgumentException("a row of impossible length");
    }
    this.name = name;
    this.value = value;
  }

  public byte[] name() {
    return name;
  }

  public byte[] value() {
    return value;
  }

  int weight() {
    return OVERHEAD + name.length + value.length;
  }

  /** How many bytes {@link #write} writes. */
  int length() {
    return 2 * Short.BYTES + name.length + value.length;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeShort(name.length);
    out.write(name);
    out.writeShort(value.length);
    out.write(value);
  }

  /** The next row; null at the end. */
  static @Nullable Row read(DataInputStream in) throws IOException {
    int high = in.read();
    return high < 0 ? null : new Row(bytes(in, high << 8 | in.readUnsignedByte()), bytes(in));
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return bytes(in, in.readUnsignedShort());
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
