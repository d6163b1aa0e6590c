package dev.davit.persistence.sql;

import dev.davit.ports.store.Stores;
import dev.davit.testkit.contract.StoresContract;
import dev.davit.testkit.memory.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStoresContractTest extends StoresContract {
  private static PostgresDatabases databases;

  @BeforeAll
  static void makeTables() {
    databases = new PostgresDatabases();
  }

  @AfterAll
  static void closeThem() {
    databases.close();
  }

  @Override
  protected Stores open(TestClock clock) {
    return databases.fresh(clock);
  }
}
