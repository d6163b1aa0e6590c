package dev.davit.emulator.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder on disk that content is kept in. Safe for use by several threads. */
public final class Contents implements AutoCloseable {
  private final Path dir;
  private final Supplier<List<MessageDigest>> digests;
  private final AtomicLong next = new AtomicLong();

  /**
   * Makes a folder of its own in another.
   *
   * @param digests what hashes one content; new ones each time
   */
  public Contents(Path folder, Supplier<List<MessageDigest>> digests) {
    this.digests = digests;
    try {
      dir = Files.createTempDirectory(folder, "content");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Room for content that comes. */
  public Growing begin() throws IOException {
    return new Growing(dir.resolve(Long.toString(next.incrementAndGet())), digests.get());
  }

  /** All that a stream has; of one that breaks nothing stays. */
  public Content keep(InputStream in) throws IOException {
    Growing growing = begin();
    try {
      growing.take(in);
      return growing.finish();
    } catch (IOException | RuntimeException e) {
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
