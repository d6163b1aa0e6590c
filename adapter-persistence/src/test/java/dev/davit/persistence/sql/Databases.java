package dev.davit.persistence.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Fresh databases at the price of a copy: tables are made once. */
final class Databases {
  private final Path folder;
  private final Path template;
  private int made;

  Databases(Path folder) {
    this.folder = folder;
    this.template = folder.resolve("template.db");
    SqlStores.open(SqlSettings.sqlite(template)).close();
  }

  synchronized SqlStores fresh(InstantSource clock) {
    Path file = folder.resolve("db" + made++);
    try {
      Files.copy(template, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SqlStores.open(SqlSettings.sqlite(file).withClock(clock).withMigrate(false));
  }
}
