package dev.davit.testservers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where a PostgreSQL server keeps its data, and how it is set up there. */
final class PostgresFolder {
  /** Passwords are asked for and checked, but not of the superuser. */
  private static final String LOGINS =
      """
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /** Passwords here are as random as keys: deriving keys from them thousands of times is waste. */
  private static final String FEW_ITERATIONS = "64";

  private final Path home;
  private final Path data;

  PostgresFolder() {
    try {
      home = Files.createTempDirectory("davit-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    data = home.resolve("data");
  }

  /**
   * @param port 0 for any
   * @param flushing whether it waits for the disk
   */
  EmbeddedPostgres.Builder configure(int port, boolean flushing) throws IOException {
    Files.deleteIfExists(data.resolve("epg-lock")); // of this process, left by a crash
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setDataDirectoryCustomizer(made -> write(made.toPath().resolve("pg_hba.conf"), LOGINS))
        .setPGStartupWait(Duration.ofSeconds(60))
        .setPort(port)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", flushing ? "on" : "off")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("scram_iterations", FEW_ITERATIONS)
        .setServerConfig("max_wal_size", "96MB");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server by the signal for an immediate end, and waits for it. */
  void crash() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).inheritIO().start().waitFor();
      server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | CompletionException e) {
      throw new IllegalStateException("the database server could not be crashed", e);
    }
  }

  Path dumpFile(String database) {
    return home.resolve(database + ".rows");
  }

  /** The files in a part of the data directory. */
  List<Path> files(String part) {
    try (Stream<Path> files = Files.walk(data.resolve(part))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    Folders.delete(home);
  }
}
