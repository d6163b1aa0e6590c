package dev.davit;

import dev.davit.persistence.sql.PostgresDatabases;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.testkit.memory.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Houses over PostgreSQL: one database, emptied for each. */
final class PostgresHouses implements Houses {
  private final PostgresDatabases databases = new PostgresDatabases();
  private final TinkVault vault;

  PostgresHouses(Path folder) {
    vault = TinkVault.openOrCreate(folder.resolve("keyset"), false);
  }

  @Override
  public TestHouse fresh() {
    TestClock clock = new TestClock();
    SqlStores stores = databases.fresh(clock);
    return new TestHouse(clock, stores, stores.flows(), vault);
  }

  @Override
  public Connection database() throws SQLException {
    return databases.connection();
  }

  @Override
  public List<Path> dump() {
    return databases.dump();
  }

  @Override
  public void close() {
    // The pool is that of all houses.
  }

  @Override
  public void end() {
    databases.close();
  }
}
