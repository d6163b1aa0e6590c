package dev.davit;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Houses over SQLite, a copy of a migrated file for each. */
final class SqliteHouses implements Houses {
  private final Path folder;
  private final Deque<SqlStores> opened = new ArrayDeque<>();
  private int houses;

  SqliteHouses(Path folder) {
    this.folder = folder;
    SqlStores.open(SqlSettings.sqlite(database("migrated"))).close();
    TinkVault.openOrCreate(folder.resolve("keyset"), false);
  }

  private Path database(String name) {
    return folder.resolve(name + ".db");
  }

  @Override
  public TestHouse fresh() {
    TestClock clock = new TestClock();
    Path file = database("house" + ++houses);
    try {
      Files.copy(database("migrated"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SqlSettings settings = SqlSettings.sqlite(file).withClock(clock).withMigrate(false);
    SqlStores stores = SqlStores.open(settings);
    opened.push(stores);
    return new TestHouse(
        clock, stores, stores.flows(), TinkVault.openOrCreate(folder.resolve("keyset"), true));
  }

  @Override
  public Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database("house" + houses));
  }

  @Override
  public List<Path> dump() {
    return List.of(database("house" + houses), folder.resolve("house" + houses + ".db-wal"));
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  @Override
  public void end() {
    // Nothing is shared but files, which go with their folder.
  }
}
