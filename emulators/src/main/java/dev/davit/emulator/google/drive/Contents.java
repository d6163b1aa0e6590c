package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The folder on disk that content is kept in. */
final class Contents implements AutoCloseable {
  private final Path dir;
  private final AtomicLong next = new AtomicLong();

  /** Makes a folder of its own in another. */
  Contents(Path folder) {
    try {
      dir = Files.createTempDirectory(folder, "drive");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Room for content that comes. */
  Growing begin() throws IOException {
    return new Growing(dir.resolve(Long.toString(next.incrementAndGet())));
  }

  /** All that a stream has; of one that breaks nothing stays. */
  Content keep(InputStream in) throws IOException {
    Growing growing = begin();
    try {
      growing.take(in);
      return growing.finish();
    } catch (IOException | DriveError e) {
      growing.discard();
      throw e;
    }
  }

  /** Removes the folder; does nothing the second time. */
  @Override
  public void close() {
    if (Files.notExists(dir)) {
      return;
    }
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
