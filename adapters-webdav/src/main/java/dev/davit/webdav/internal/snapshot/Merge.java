package dev.davit.webdav.internal.snapshot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several ordered rows in one order. Of rows with one name only the first is there. */
final class Merge implements Rows {
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing((Head head) -> head.row, Row.BY_NAME));
  private @Nullable Row last;

  Merge(List<Rows> parts) throws IOException {
    for (Rows part : parts) {
      add(part);
    }
  }

  private void add(Rows part) throws IOException {
    Row row = part.next();
    if (row != null) {
      heads.add(new Head(part, row));
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    Row row = step();
    while (row != null && last != null && Arrays.equals(row.name(), last.name())) {
      row = step();
    }
    last = row;
    return row;
  }

  private @Nullable Row step() throws IOException {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    add(head.rest);
    return head.row;
  }

  private record Head(Rows rest, Row row) {}
}
