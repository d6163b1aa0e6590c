package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Makes folders, moves and removes. */
final class DiskMover {
  private final Disk disk;
  private final DiskPlaces places;

  DiskMover(Disk disk, DiskPlaces places) {
    this.disk = disk;
    this.places = places;
  }

  Entry createFolder(EntryId parent, String name) throws IOException {
    DiskNames.check(name);
    EntryPath into = EntryPath.of(parent);
    EntryPath path = into.child(name, Kind.FOLDER);
    DiskWriter.requireAddressable(path);
    Path folder = disk.locateFolder(into);
    Files.createDirectory(DiskWriter.target(folder, name), disk.ownerOnly(true));
    disk.sync(folder);
    return disk.entry(path);
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) throws IOException {
    EntryPath from = movable(EntryPath.of(id));
    EntryPath into = EntryPath.of(folder);
    DiskNames.check(name);
    EntryPath to = into.child(name, from.kind());
    DiskWriter.requireAddressable(to);
    Path source = disk.locate(from);
    boolean isFolder = Disk.attributes(from, source).isDirectory();
    Path target = disk.locateFolder(into);
    requireOutside(into, from);
    DiskWriter.target(target, name);
    if (from.equals(to)) {
      return disk.entry(from);
    }
    String got =
        isFolder
            ? places.putFolder(source, target, name, conflict)
            : places.putFile(source, target, name, conflict, null);
    disk.sync(target);
    disk.sync(parent(source));
    return disk.entry(into.child(got, from.kind()));
  }

  void delete(EntryId id) throws IOException {
    EntryPath path = movable(EntryPath.of(id));
    Path at = disk.locate(path);
    if (Disk.attributes(path, at).isDirectory()) {
      Files.walkFileTree(at, new Remover());
    } else {
      places.removeFile(at);
    }
    disk.sync(parent(at));
  }

  /** Refuses to put a folder into itself, or into one that is in it. */
  static void requireOutside(EntryPath into, EntryPath from) {
    if (into.isWithin(from)) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be moved into itself.");
    }
  }

  static EntryPath movable(EntryPath path) {
    if (path.isRoot()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The top of a storage can't be moved or removed.");
    }
    return path;
  }

  private Path parent(Path at) {
    Path parent = at.getParent();
    return parent == null ? disk.root() : parent;
  }

  /** Removes what is in a folder, and it. A link is removed, never followed. */
  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    /** What went meanwhile is removed already. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
