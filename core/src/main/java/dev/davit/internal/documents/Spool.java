package dev.davit.internal.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One part of a content in a temporary file, so that it can be sent again whatever the content and
 * the size of parts. The file has lost its name before anything is in it, where the system has it
 * so: then nothing stays when the process dies.
 */
final class Spool implements Closeable {
  private static final int PIECE = 65_536;

  private final Path path;
  private final RandomAccessFile file;

  Spool() throws IOException {
    path = Files.createTempFile("davit-", ".part");
    file = new RandomAccessFile(path.toFile(), "rw");
    unname();
  }

  /** Forgets the part before. */
  void clear() throws IOException {
    file.setLength(0);
    file.seek(0);
  }

  void add(byte[] bytes, int length) throws IOException {
    file.write(bytes, 0, length);
  }

  /** The part from a position on; only one may be read at a time. */
  InputStream from(long position) throws IOException {
    file.seek(position);
    return new Rest();
  }

  @Override
  public void close() throws IOException {
    file.close();
    unname();
  }

  private void unname() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException open) {
      path.toFile().deleteOnExit();
    }
  }

  private final class Rest extends InputStream {
    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return file.read(bytes, offset, Math.min(length, PIECE));
    }
  }
}
