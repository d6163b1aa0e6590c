package dev.davit.webdav.internal.storage;

import dev.davit.webdav.internal.snapshot.Row;
import dev.davit.webdav.internal.snapshot.Sorted;
import dev.davit.webdav.internal.snapshot.Sorter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a folder: for a page, and in order onto the disk as far as that takes it. Used by
 * one thread at a time.
 */
final class Gathering implements AutoCloseable {
  /** How many entries are read before a folder is taken for a large one. */
  static final int WINDOW = 2000;

  private final Children children;
  private final Sorter sorter;
  private final Page page;
  private boolean ended;
  private boolean unsortable;

  Gathering(Children children, Sorter sorter, Page page) {
    this.children = children;
    this.sorter = sorter;
    this.page = page;
  }

  /**
   * Reads what memory has room for.
   *
   * @return whether more may come
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#INVALID_REQUEST} if it
   *     is a file; as {@link Children#next()}
   */
  boolean start() {
    while (!ended && !sorter.isFull() && sorter.inMemory() < WINDOW) {
      step();
    }
    if (children.isFile()) {
      throw Paths.notFolder();
    }
    return !ended;
  }

  /** Reads all that comes. */
  void all() {
    while (!ended) {
      step();
    }
  }

  private void step() {
    Row row = next();
    if (row == null) {
      ended = true;
    } else {
      page.offer(row);
      sort(row);
    }
  }

  private @Nullable Row next() {
    Found found = children.next();
    while (found != null && Names.isTemporary(found.path().name())) {
      found = children.next();
    }
    return found == null ? null : FoundRows.write(found);
  }

  private void sort(Row row) {
    if (!unsortable) {
      try {
        sorter.add(row);
      } catch (IOException e) {
        // There is no room on disk: the page is made all the same.
        unsortable = true;
      }
    }
  }

  /** All that was read; nothing if the disk does not take it. */
  Optional<Sorted> sorted() {
    try {
      return unsortable ? Optional.empty() : Optional.of(sorter.finish());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads and sorts the rest, for no page, and closes this.
   *
   * @throws IOException if the disk does not take it
   */
  Sorted rest() throws IOException {
    try (this) {
      for (Row row = next(); row != null; row = next()) {
        sorter.add(row);
      }
      return sorter.finish();
    }
  }

  @Override
  public void close() {
    sorter.close();
    children.close();
  }
}
