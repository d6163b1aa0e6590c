package dev.davit.webdav.internal.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rows in order on disk, no two of one name. Safe for use by many threads. */
public final class Sorted implements AutoCloseable {
  /** Every so manyth row is known by its name. */
  private static final int STEP = 256;

  private final Scrap file;
  private final NavigableMap<byte[], Long> index;

  private Sorted(Scrap file, NavigableMap<byte[], Long> index) {
    this.file = file;
    this.index = index;
  }

  static Sorted of(Rows rows, Room room) throws IOException {
    Scrap file = room.open();
    Sorted sorted = null;
    try {
      sorted = new Sorted(file, write(rows, file));
      return sorted;
    } finally {
      if (sorted == null) {
        file.close();
      }
    }
  }

  private static NavigableMap<byte[], Long> write(Rows rows, Scrap file) throws IOException {
    NavigableMap<byte[], Long> index = new TreeMap<>(Arrays::compareUnsigned);
    try (DataOutputStream out = file.appending()) {
      long at = 0;
      long count = 0;
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (count++ % STEP == 0) {
          index.put(row.name(), at);
        }
        row.write(out);
        at += row.length();
      }
    }
    return index;
  }

  /**
   * Shows the rows whose names come after a name, until one is not wanted.
   *
   * @param name perhaps empty: then all come after it
   * @throws IOException if they can't be read, or this was closed
   */
  public void after(byte[] name, Predicate<Row> wanted) throws IOException {
    Map.Entry<byte[], Long> start = index.floorEntry(name);
    Rows rows = file.rows(start == null ? 0 : start.getValue(), file.length());
    boolean more = true;
    for (Row row = rows.next(); more && row != null; row = rows.next()) {
      more = Arrays.compareUnsigned(row.name(), name) <= 0 || wanted.test(row);
    }
  }

  /** Gives back what it holds on disk. */
  @Override
  public void close() {
    file.close();
  }
}
