package dev.davit.persistence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/**
 * Makes a keyset file: written and synced under a temporary name, then linked to its own, which
 * fails if that is taken. So it is there whole or not at all, and of two processes that start at
 * once both use the one that came first.
 */
final class NewKeysetFile {
  private NewKeysetFile() {}

  /** False if something of that name was there first; that is then left as it is. */
  static boolean create(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Refusal.keyset("The folder for the keyset, " + folder + ", is not there: make it.");
    }
    try {
      create(file, folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException | GeneralSecurityException | UnsupportedOperationException e) {
      throw Refusal.keyset(
          "The keyset file "
              + file
              + " can't be made: its folder must be writable, on a file system with hard links.",
          e);
    }
  }

  private static void create(Path file, Path folder) throws IOException, GeneralSecurityException {
    Path temporary = Files.createTempFile(folder, ".keyset", ".new", Rights.ownerOnly(folder));
    try {
      write(temporary, Keyset.generate());
      Files.createLink(file, temporary);
    } finally {
      Files.delete(temporary);
    }
    sync(folder);
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the new name durable, where folders can be synced. */
  private static void sync(Path folder) throws IOException {
    if (Rights.known(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
