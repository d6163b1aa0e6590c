package dev.davit;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Houses over the database and the vault of production, a new database for each. */
abstract class OverSqlite {
  @TempDir static Path folder;

  private static final Deque<SqlStores> OPENED = new ArrayDeque<>();
  static int houses;

  @BeforeAll
  static void migrateOnce() {
    SqlStores.open(SqlSettings.sqlite(database("migrated"))).close();
    TinkVault.openOrCreate(folder.resolve("keyset"), false);
  }

  @AfterEach
  void close() {
    while (!OPENED.isEmpty()) {
      OPENED.pop().close();
    }
  }

  private static Path database(String name) {
    return folder.resolve(name + ".db");
  }

  static TestHouse house() {
    TestClock clock = new TestClock();
    Path file = database("house" + houses++);
    try {
      Files.copy(database("migrated"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SqlSettings settings = SqlSettings.sqlite(file).withClock(clock).withMigrate(false);
    SqlStores stores = SqlStores.open(settings);
    OPENED.push(stores);
    return new TestHouse(
        clock, stores, stores.flows(), TinkVault.openOrCreate(folder.resolve("keyset"), true));
  }
}
