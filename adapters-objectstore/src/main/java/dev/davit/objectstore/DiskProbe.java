package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;

/** Opens the folder and tries there what writes will need, so that the operator hears of it now. */
final class DiskProbe {
  private static final String PROBE = "probe-";

  private DiskProbe() {}

  static Disk open(Path folder) {
    try {
      make(folder);
      Path root = folder.toRealPath();
      FileStore store = Files.getFileStore(root);
      Disk disk =
          new Disk(root, store.supportsFileAttributeView(PosixFileAttributeView.class), store);
      tryLinks(disk);
      return disk;
    } catch (UnsupportedOperationException | IOException e) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "The storage folder "
              + folder
              + " can't be used: it must be a folder that this service may write to, on a file"
              + " system that has hard links.",
          e);
    }
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    // Nodes that share a disk may start at the same moment.
    Files.createDirectories(folder, Disk.ownerOnlyAttributes(posix, true));
  }

  private static void tryLinks(Disk disk) throws IOException {
    Path one = Files.createTempFile(disk.root(), DiskNames.temporary(PROBE), ".one");
    Path two = one.resolveSibling(one.getFileName() + ".two");
    try {
      Files.createLink(two, one);
      disk.sync(disk.root());
    } finally {
      Files.deleteIfExists(two);
      Files.deleteIfExists(one);
    }
  }
}
