package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is gone, with all that is in it, when it is closed.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

  /** A new one in this place. */
  static TemporaryFolder in(Path place) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(place, "davit-demo-"));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      all.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::delete);
    } catch (IOException e) {
      LOG.warn("The folder {} could not be removed.", path);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} could not be removed.", path);
    }
  }
}
