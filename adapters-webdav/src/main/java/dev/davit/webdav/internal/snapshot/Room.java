package dev.davit.webdav.internal.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounded room on a disk for files that only this process can see: their names go as soon as they
 * are open (or, where the system does not let them, when they are closed or the process ends), so a
 * crash leaves none behind.
 */
final class Room {
  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Path folder;
  private final long most;
  private final AtomicLong used = new AtomicLong();

  /**
   * Room in a folder, which need not exist until it is used.
   *
   * @param most how many bytes all files together may have
   */
  Room(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** A new, empty file. */
  Scrap open() throws IOException {
    Path file = folder.resolve("davit-" + UUID.randomUUID() + ".snapshot");
    return new Scrap(this, FileChannel.open(file, OPTIONS, ownerOnly()));
  }

  private FileAttribute<?>[] ownerOnly() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Takes some of it.
   *
   * @throws IOException if that is not left; then nothing was taken
   */
  void take(long bytes) throws IOException {
    if (used.addAndGet(bytes) > most) {
      giveBack(bytes);
      throw new IOException("the folders that are being listed take too much room on disk");
    }
  }

  void giveBack(long bytes) {
    used.addAndGet(-bytes);
  }

  long used() {
    return used.get();
  }
}
