package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Takes a content into a new file, to its end and onto the disk. */
final class FileReceiver {
  private static final int PIECE = 64 * 1024;

  private FileReceiver() {}

  /** Makes the file, which must not be there yet. */
  static FileChannel create(Path file, FileAttribute<?>[] attributes) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        attributes);
  }

  /** Fails if the content has not as many bytes as it said. Closes the file in any case. */
  static void receive(Content content, FileChannel file) throws IOException {
    try (FileChannel channel = file;
        InputStream in = open(content)) {
      long declared = content.size().orElse(-1);
      long size = copy(in, channel, declared < 0 ? Long.MAX_VALUE : declared);
      if (declared >= 0 && size != declared) {
        throw new CloudException(
            ErrorKind.INVALID_REQUEST, "The content has not as many bytes as it said.");
      }
      channel.force(true);
    }
  }

  /** Copies until the end, or until there is more than was declared. */
  private static long copy(InputStream in, FileChannel channel, long declared) throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    int count = 0;
    while (count >= 0 && size <= declared) {
      ByteBuffer bytes = ByteBuffer.wrap(piece, 0, count);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      count = read(in, piece);
      size += Math.max(0, count);
    }
    return size;
  }

  private static InputStream open(Content content) {
    try {
      return content.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static int read(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static CloudException unreadable(IOException cause) {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "The content could not be read to its end.", cause);
  }
}
