package dev.davit.emulator.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Content that is still coming; hashed as it comes. Not safe for use by several threads. */
public final class Growing {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private List<MessageDigest> digests;
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

  /**
   * Takes so many bytes of a stream, or none of them when it has fewer or breaks.
   *
   * @throws IOException when it does, or when a digest can't be copied
   */
  public void takeWhole(InputStream in, long length) throws IOException {
    List<MessageDigest> before = copies();
    long had = size;
    try {
      copy(in, length);
    } catch (IOException e) {
      digests = before;
      size = had;
      try (FileChannel all = FileChannel.open(file, StandardOpenOption.WRITE)) {
        all.truncate(had);
      }
      throw e;
    }
  }

  private void copy(InputStream in, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException(left + " bytes are missing.");
        }
        append(out, buffer, read);
        left -= read;
      }
    }
  }

  private List<MessageDigest> copies() throws IOException {
    List<MessageDigest> copies = new ArrayList<>();
    for (MessageDigest digest : digests) {
      try {
        copies.add((MessageDigest) digest.clone());
      } catch (CloneNotSupportedException e) {
        throw new IOException(e);
      }
    }
    return copies;
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
