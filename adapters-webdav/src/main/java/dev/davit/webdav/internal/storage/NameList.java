package dev.davit.webdav.internal.storage;

import dev.davit.ports.storage.ListRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Names in few bytes: in order, of each only what is new after the one before it, and that
 * deflated.
 */
final class NameList {
  private NameList() {}

  /** Nothing at all for none. */
  static byte[] write(NavigableSet<byte[]> names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!names.isEmpty()) {
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
        write(names, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(NavigableSet<byte[]> names, DataOutputStream out) throws IOException {
    byte[] last = new byte[0];
    for (byte[] name : names) {
      int mismatch = Arrays.mismatch(last, name);
      out.writeShort(mismatch);
      out.writeShort(name.length - mismatch);
      out.write(name, mismatch, name.length - mismatch);
      last = name;
    }
  }

  /**
   * What was written.
   *
   * @throws IllegalArgumentException if it was not
   */
  static NavigableSet<byte[]> read(byte[] bytes) {
    if (bytes.length == 0) {
      return set(List.of());
    }
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static NavigableSet<byte[]> read(DataInputStream in) throws IOException {
    NavigableSet<byte[]> names = set(List.of());
    byte[] last = new byte[0];
    for (int high = in.read(); high >= 0; high = in.read()) {
      last = next(last, high << 8 | in.readUnsignedByte(), in);
      if (names.size() == ListRequest.MAX_LIMIT || !names.add(last)) {
        throw new IOException("too many names, or one twice");
      }
    }
    return names;
  }

  private static byte[] next(byte[] last, int kept, DataInputStream in) throws IOException {
    int fresh = in.readUnsignedShort();
    if (kept > last.length || fresh == 0 || kept + fresh > FoundRows.MAX_NAME) {
      throw new IOException("a name of impossible length");
    }
    byte[] name = Arrays.copyOf(last, kept + fresh);
    in.readFully(name, kept, fresh);
    return name;
  }

  /** As many of the first names as can be said in so many bytes; at least one. */
  static List<byte[]> fitting(List<byte[]> names, int most) {
    List<byte[]> fitting = names;
    while (fitting.size() > 1 && write(set(fitting)).length > most) {
      fitting = fitting.subList(0, fitting.size() - 1 - fitting.size() / 8);
    }
    return fitting;
  }

  /** Names in the order of their bytes. */
  static NavigableSet<byte[]> set(Collection<byte[]> names) {
    NavigableSet<byte[]> set = new TreeSet<>(Arrays::compareUnsigned);
    set.addAll(names);
    return set;
  }
}
