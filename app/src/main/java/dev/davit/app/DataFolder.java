package dev.davit.app;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes the folder for database, documents and keyset, for its owner only. */
final class DataFolder {
  private DataFolder() {}

  static void prepare(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Path parent = folder.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectories( // which another process may do at the same moment
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "The data folder " + folder + " can't be made; DAVIT_DATA or --data names another.",
          e);
    }
  }
}
