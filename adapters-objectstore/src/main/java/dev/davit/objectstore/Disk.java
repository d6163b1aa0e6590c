package dev.davit.objectstore;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * The folder on disk, and the only way from an {@link EntryPath} into it: no symbolic link is
 * followed below it, neither on the way nor at the end, and what is neither file nor folder is not
 * there. Nor is a file where the path says folder, and back.
 *
 * @param root without symbolic links
 * @param posix whether the file system knows permissions
 * @param store the file system that the folder is on
 */
record Disk(Path root, boolean posix, FileStore store) {
  /** Where a path is on disk. Its parents are there and are folders, not links; it need not be. */
  Path locate(EntryPath path) throws IOException {
    Path at = root;
    for (String name : path.names()) {
      requireFolder(at);
      at = step(at, name);
    }
    return at;
  }

  /** As {@link #locate}, of a folder that is there. */
  Path locateFolder(EntryPath path) throws IOException {
    Path folder = locate(path);
    if (!attributes(path, folder).isDirectory()) {
      throw new NotDirectoryException(folder.toString());
    }
    return folder;
  }

  /** The attributes of a file or folder, itself and not what it might link to. */
  static BasicFileAttributes attributes(Path at) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile() && !attributes.isDirectory()) {
      throw new NoSuchFileException(at.toString());
    }
    return attributes;
  }

  /** As {@link #attributes(Path)}, of what is of the kind that the path says. */
  static BasicFileAttributes attributes(EntryPath path, Path at) throws IOException {
    BasicFileAttributes attributes = attributes(at);
    if (kind(attributes) != path.kind()) {
      throw new NoSuchFileException(at.toString());
    }
    return attributes;
  }

  static Kind kind(BasicFileAttributes attributes) {
    return attributes.isDirectory() ? Kind.FOLDER : Kind.FILE;
  }

  /** What there is to say of an entry. */
  Entry entry(EntryPath path) throws IOException {
    return entry(path, attributes(path, locate(path)));
  }

  /** As {@link #entry(EntryPath)}, of attributes of the kind that the path says. */
  static Entry entry(EntryPath path, BasicFileAttributes attributes) {
    boolean folder = path.isFolder();
    return new Entry(
        path.id(),
        path.name(),
        path.kind(),
        folder ? null : attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        folder ? null : etag(attributes),
        null,
        null);
  }

  /** Another one for every write: each makes a file of its own (a new inode). */
  static String etag(BasicFileAttributes attributes) {
    return '"'
        + Long.toHexString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
        + '-'
        + Long.toHexString(attributes.size())
        + '-'
        + Integer.toHexString(String.valueOf(attributes.fileKey()).hashCode())
        + '"';
  }

  /** How many bytes there is room for; unbounded where that can't be told. */
  long usable() {
    try {
      return store.getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Whether the file system takes no writes at all at the moment. */
  boolean isReadOnly() {
    try {
      return Files.getFileStore(root).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  /** Attributes for what is created: for the owner's eyes only. */
  FileAttribute<?>[] ownerOnly(boolean folder) {
    return ownerOnlyAttributes(posix, folder);
  }

  static FileAttribute<?>[] ownerOnlyAttributes(boolean posix, boolean folder) {
    String permissions = folder ? "rwx------" : "rw-------";
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes names that were added to or taken from a folder survive a power cut. */
  void sync(Path folder) throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void requireFolder(Path at) throws IOException {
    if (!attributes(at).isDirectory()) {
      throw new NotDirectoryException(at.toString());
    }
  }

  /** One name further down; a name that this file system can't have is not there. */
  static Path step(Path at, String name) throws IOException {
    try {
      Path next = at.resolve(name);
      if (!at.equals(next.getParent()) || !next.endsWith(name)) {
        throw new NoSuchFileException(name);
      }
      return next;
    } catch (InvalidPathException e) {
      throw new NoSuchFileException(name);
    }
  }
}
