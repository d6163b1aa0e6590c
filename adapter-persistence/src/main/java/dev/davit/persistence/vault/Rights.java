package dev.davit.persistence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may read a file. */
final class Rights {
  private static final Logger LOG = LoggerFactory.getLogger(Rights.class);
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Rights() {}

  /** Whether the file system has rights that can be asked for. */
  static boolean known(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Refuses a file on which anyone but its owner has any right. */
  static void check(Path file) throws IOException {
    if (!known(file)) {
      LOG.warn("Who may read the keyset file {} can't be told on this system.", file);
      return;
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw Refusal.keyset(
          "The keyset file " + file + " is open to others: run chmod 600 " + file + " first.");
    }
  }

  /** Refuses a file in a folder in which others could put another in its place. */
  static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !known(folder)) {
      return;
    }
    try {
      if (!Collections.disjoint(OTHERS_WRITE, Files.getPosixFilePermissions(folder))) {
        throw Refusal.keyset(
            "Others can write to the folder %s: choose another, or run chmod go-w %s first."
                .formatted(folder, folder));
      }
    } catch (IOException e) {
      throw Refusal.keyset("Who can write to the folder " + folder + " can't be told.", e);
    }
  }

  static FileAttribute<?>[] ownerOnly(Path folder) {
    return known(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
