package dev.davit.webdav.internal.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts any number of rows in order: in memory as far as they fit, and from then on in ordered runs
 * on disk, which are merged in the end. Used by one thread at a time.
 */
public final class Sorter implements AutoCloseable {
  private static final int MEMORY = 1024 * 1024;

  private final Room room;
  private final int memory;
  private final List<Row> rows = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long weight;
  private @Nullable Scrap runs;

  Sorter(Room room) {
    this(room, MEMORY);
  }

  /**
   * A sorter of nothing yet.
   *
   * @param memory how many bytes of rows are kept in memory, plus one row
   */
  Sorter(Room room, int memory) {
    this.room = room;
    this.memory = memory;
  }

  /** How many rows are in memory. */
  public int inMemory() {
    return rows.size();
  }

  /** Whether the next row sends those in memory to the disk. */
  public boolean isFull() {
    return weight >= memory;
  }

  /**
   * Adds a row.
   *
   * @throws IOException if the disk does not take it; then this can only be closed
   */
  public void add(Row row) throws IOException {
    if (isFull()) {
      spill();
    }
    rows.add(row);
    weight += row.weight();
  }

  private void spill() throws IOException {
    if (runs == null) {
      runs = room.open();
    }
    rows.sort(Row.BY_NAME);
    try (DataOutputStream out = runs.appending()) {
      for (Row row : rows) {
        row.write(out);
      }
    }
    ends.add(runs.length());
    rows.clear();
    weight = 0;
  }

  /**
   * All rows in order, those of one name once. To be called once, and closed all the same.
   *
   * @throws IOException if the disk does not take them
   */
  public Sorted finish() throws IOException {
    rows.sort(Row.BY_NAME);
    return Sorted.of(new Merge(parts()), room);
  }

  private List<Rows> parts() {
    List<Rows> parts = new ArrayList<>();
    long from = 0;
    for (long end : ends) {
      parts.add(java.util.Objects.requireNonNull(runs).rows(from, end));
      from = end;
    }
    Iterator<Row> rest = rows.iterator();
    parts.add(() -> rest.hasNext() ? rest.next() : null);
    return parts;
  }

  /** Gives back what it holds on disk. */
  @Override
  public void close() {
    rows.clear();
    if (runs != null) {
      runs.close();
    }
  }
}
