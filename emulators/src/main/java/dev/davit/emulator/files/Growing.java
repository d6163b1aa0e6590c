package dev.davit.emulator.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Collectors;

/** Content that is still coming; hashed as it comes. Not safe for use by several threads. */
public final class Growing {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final List<MessageDigest> digests;
  private long size;

  Growing(Path file, List<MessageDigest> digests) throws IOException {
    this.file = Files.createFile(file);
    this.digests = List.copyOf(digests);
  }

  /** How many bytes are here. */
  public long size() {
    return size;
  }

  /** Takes all that a stream has. */
  public void take(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        append(out, buffer, read);
      }
    }
  }

  /** Takes these bytes. */
  public void append(byte[] bytes, int length) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      append(out, bytes, length);
    }
  }

  private void append(OutputStream out, byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    digests.forEach(digest -> digest.update(bytes, 0, length));
    size += length;
  }

  /** No more comes. */
  public Content finish() {
    return new Content(
        file,
        size,
        digests.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    MessageDigest::getAlgorithm, digest -> new Hash(digest.digest()))));
  }

  /** Nobody wants it. */
  public void discard() throws IOException {
    Files.deleteIfExists(file);
  }
}
