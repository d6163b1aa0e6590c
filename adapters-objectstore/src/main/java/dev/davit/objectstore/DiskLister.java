package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Lists a folder by name. The cursor is the last entry's path, so that a page costs one pass over
 * the names of the folder and holds no more of them than it answers.
 */
final class DiskLister {
  private final Disk disk;

  DiskLister(Disk disk) {
    this.disk = disk;
  }

  Listing list(ListRequest request) throws IOException {
    EntryPath folder = EntryPath.of(request.folder());
    Path at = disk.locate(folder);
    if (!Disk.attributes(folder, at).isDirectory()) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
    String after = request.cursor() == null ? "" : after(folder, request.cursor());
    List<String> names = firstNames(folder, at, after, request.limit() + 1);
    boolean more = names.size() > request.limit();
    List<String> page = more ? names.subList(0, request.limit()) : names;
    return new Listing(
        entries(folder, at, page),
        more ? new Cursor(mark(folder, page.get(page.size() - 1)).id().value()) : null);
  }

  /** The path for a cursor, of one kind for all: what was there may be of another by then. */
  private static EntryPath mark(EntryPath folder, String name) {
    return folder.child(name, Kind.FILE);
  }

  private static String after(EntryPath folder, Cursor cursor) {
    return EntryPath.decode(cursor.value())
        .filter(last -> last.equals(mark(folder, last.name())))
        .map(EntryPath::name)
        .orElseThrow(
            () ->
                new CloudException(
                    ErrorKind.INVALID_CURSOR, "This is no place to go on listing this folder."));
  }

  /** The first names in order that come after the given one. */
  private static List<String> firstNames(EntryPath folder, Path at, String after, int count)
      throws IOException {
    PriorityQueue<String> first = new PriorityQueue<>(Comparator.reverseOrder());
    try (DirectoryStream<Path> children = Files.newDirectoryStream(at)) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (name.compareTo(after) > 0 && isListed(folder, name)) {
          first.add(name);
          if (first.size() > count) {
            first.remove();
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return first.stream().sorted().toList();
  }

  private static boolean isListed(EntryPath folder, String name) {
    return DiskNames.isUsable(name) && mark(folder, name).isAddressable();
  }

  private static List<Entry> entries(EntryPath folder, Path at, List<String> names)
      throws IOException {
    List<Entry> entries = new ArrayList<>(names.size());
    for (String name : names) {
      attributesIfThere(Disk.step(at, name))
          .ifPresent(
              attributes ->
                  entries.add(Disk.entry(folder.child(name, Disk.kind(attributes)), attributes)));
    }
    return entries;
  }

  /** Empty for what went meanwhile, and for links. */
  private static Optional<BasicFileAttributes> attributesIfThere(Path at) throws IOException {
    try {
      return Optional.of(Disk.attributes(at));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
