package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens files. What was opened stays what it was, even if the file is replaced meanwhile. */
final class DiskReader {
  private static final int MAX_TRIES = 10;

  private final Disk disk;

  DiskReader(Disk disk) {
    this.disk = disk;
  }

  Download read(EntryId id, @Nullable ByteRange range) throws IOException {
    EntryPath path = EntryPath.of(id);
    Path at = disk.locate(path);
    for (int attempt = 1; ; attempt++) {
      BasicFileAttributes before = fileAttributes(path, at);
      FileChannel channel =
          FileChannel.open(at, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
      try {
        if (isSame(before, fileAttributes(path, at)) || attempt == MAX_TRIES) {
          return download(channel, Disk.etag(before), range);
        }
        channel.close();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  private static BasicFileAttributes fileAttributes(EntryPath path, Path at) throws IOException {
    BasicFileAttributes attributes = Disk.attributes(path, at);
    if (attributes.isDirectory()) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a folder, not a file.");
    }
    return attributes;
  }

  private static boolean isSame(BasicFileAttributes one, BasicFileAttributes other) {
    return Objects.equals(one.fileKey(), other.fileKey())
        && Disk.etag(one).equals(Disk.etag(other));
  }

  private static Download download(FileChannel channel, String etag, @Nullable ByteRange range)
      throws IOException {
    long size = channel.size();
    long first = first(range, size);
    long length = end(range, size) - first;
    if (range != null && length <= 0) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "No byte of the file lies in the range asked for.");
    }
    return new Download(new FileBody(channel, first, length), first, length, size, etag, null);
  }

  private static long first(@Nullable ByteRange range, long size) {
    if (range instanceof ByteRange.From from) {
      return from.first();
    }
    if (range instanceof ByteRange.Between between) {
      return between.first();
    }
    return range instanceof ByteRange.Last last ? Math.max(0, size - last.length()) : 0;
  }

  private static long end(@Nullable ByteRange range, long size) {
    return range instanceof ByteRange.Between between && between.last() < size
        ? between.last() + 1
        : size;
  }
}
