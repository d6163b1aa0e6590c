package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts things under names, each by one step of the file system that either happens or does not: a
 * hard link, which never replaces anything; a rename, which replaces a file by a file; or, for a
 * folder, a rename over an empty folder made for it.
 */
final class DiskPlaces {
  static final int MAX_NUMBERED = 1000;

  private final Disk disk;

  /** Between looking at an etag and replacing that file, nothing else replaces it from here. */
  private final ReentrantLock changing = new ReentrantLock();

  DiskPlaces(Disk disk) {
    this.disk = disk;
  }

  /** Puts a thing under a name, or fails with {@link FileAlreadyExistsException}. */
  private interface Step {
    void to(Path target) throws IOException;
  }

  /**
   * Puts a file under a name, and takes it away from where it was.
   *
   * @param etag what the file in whose place it is put must have; null for any or none
   * @return the name that it got
   */
  String putFile(
      Path source, Path folder, String name, ConflictPolicy conflict, @Nullable String etag)
      throws IOException {
    changing.lock();
    try {
      requireMatch(Disk.step(folder, name), etag);
      return conflict == ConflictPolicy.REPLACE
          ? replace(source, folder, name)
          : putNew(folder, name, conflict, target -> link(source, target));
    } finally {
      changing.unlock();
    }
  }

  /**
   * Puts a folder under a name. It never takes the place of anything.
   *
   * @return the name that it got
   */
  String putFolder(Path source, Path folder, String name, ConflictPolicy conflict)
      throws IOException {
    return putNew(folder, name, conflict, target -> renameFolder(source, target));
  }

  /** Removes a file. */
  void removeFile(Path file) throws IOException {
    changing.lock();
    try {
      Files.delete(file);
    } finally {
      changing.unlock();
    }
  }

  static void requireMatch(Path target, @Nullable String etag) throws IOException {
    if (etag != null
        && !(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
            && etag.equals(Disk.etag(Disk.attributes(target))))) {
      throw new CloudException(
          ErrorKind.PRECONDITION_FAILED, "The file changed since you last saw it.");
    }
  }

  private String putNew(Path folder, String name, ConflictPolicy conflict, Step step)
      throws IOException {
    int most = conflict == ConflictPolicy.RENAME ? MAX_NUMBERED : 1;
    for (int number = 1; number <= most; number++) {
      String candidate = DiskNames.numbered(name, number);
      try {
        step.to(Disk.step(folder, candidate));
        return candidate;
      } catch (FileAlreadyExistsException e) {
        // The next name, if there may be one.
      }
    }
    throw DiskErrors.taken();
  }

  private static void link(Path source, Path target) throws IOException {
    Files.createLink(target, source);
    try {
      Files.deleteIfExists(source);
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private String replace(Path source, Path folder, String name) throws IOException {
    Path target = Disk.step(folder, name);
    requireNoFolder(target);
    if (isSame(source, target)) {
      // To the system, renaming one of two links to the same file is done already.
      Files.delete(source);
      return name;
    }
    try {
      rename(source, target);
    } catch (FileSystemException e) {
      // Perhaps a folder took the name in between.
      requireNoFolder(target);
      throw e;
    }
    return name;
  }

  static void requireNoFolder(Path target) {
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw DiskErrors.taken();
    }
  }

  static boolean isSame(Path one, Path other) throws IOException {
    return Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(one, other);
  }

  private void renameFolder(Path source, Path target) throws IOException {
    Files.createDirectory(target, disk.ownerOnly(true));
    try {
      rename(source, target);
    } catch (IOException e) {
      throw isAway(target) ? e : alreadyThere(target, e);
    }
  }

  /** Removes the folder that was made to hold the name, unless somebody put something in it. */
  private static boolean isAway(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  private static void rename(Path source, Path target) throws IOException {
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAlreadyExistsException alreadyThere(Path target, Exception cause) {
    FileAlreadyExistsException there = new FileAlreadyExistsException(target.toString());
    there.initCause(cause);
    return there;
  }
}
