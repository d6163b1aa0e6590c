package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Content that is still coming; hashed as it comes. Not safe for use by several threads. */
final class Growing {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final List<MessageDigest> digests = List.of(of("MD5"), of("SHA-1"), of("SHA-256"));
  private long size;

  Growing(Path file) throws IOException {
    this.file = Files.createFile(file);
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  long size() {
    return size;
  }

  /** Takes all that a stream has. */
  void take(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        append(out, buffer, read);
      }
    }
  }

  /** Takes these bytes. */
  void append(byte[] bytes, int length) throws IOException {
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
  Content finish() {
    List<String> hashes =
        digests.stream().map(digest -> HexFormat.of().formatHex(digest.digest())).toList();
    return new Content(file, size, hashes.get(0), hashes.get(1), hashes.get(2));
  }

  /** Nobody wants it. */
  void discard() throws IOException {
    Files.deleteIfExists(file);
  }
}
