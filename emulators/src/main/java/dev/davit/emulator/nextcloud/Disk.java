package dev.davit.emulator.nextcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where things are on disk; the folders are those of the DAV paths. */
final class Disk {
  private final Path data;
  private final Path parts;
  private final AtomicLong partNumber = new AtomicLong();

  Disk(Path dir) throws IOException {
    data = Files.createDirectories(dir.resolve("data"));
    parts = Files.createDirectories(dir.resolve("parts"));
  }

  /** What the DAV root shows. */
  Path data() {
    return data;
  }

  Path home(String userId) {
    return data.resolve("files").resolve(userId);
  }

  Path uploads(String userId) {
    return data.resolve("uploads").resolve(userId);
  }

  Path trash(String userId) {
    return data.resolve("trashbin").resolve(userId).resolve("trash");
  }

  Path of(DavPath path) {
    Path found = data;
    for (String segment : path.segments()) {
      found = found.resolve(segment);
    }
    return found;
  }

  /** A name that nobody else uses, outside of what is served. */
  Path part() {
    return parts.resolve("part" + partNumber.incrementAndGet());
  }

  /** Bytes of a file, or of all files below a folder. What vanishes meanwhile counts nothing. */
  long size(Path path) {
    AtomicLong size = new AtomicLong();
    walk(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            size.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            return FileVisitResult.CONTINUE;
          }
        });
    return size.get();
  }

  /** What is in a folder, in no order; nothing is in a file or in what is not there. */
  List<Path> children(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file, or a folder with all that is in it; nothing there is fine. */
  void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    walk(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path path, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(path, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
