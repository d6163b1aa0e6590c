package dev.davit.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** The program of Redis, brought by the build; laid out once for each JVM. */
final class RedisBinary {
  private static final Path PROGRAM = layOut();

  private RedisBinary() {}

  static Path program() {
    return PROGRAM;
  }

  private static Path layOut() {
    try {
      Path folder = Files.createTempDirectory("davit-redis-program");
      folder.toFile().deleteOnExit();
      Path program = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
      program.toFile().deleteOnExit();
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
