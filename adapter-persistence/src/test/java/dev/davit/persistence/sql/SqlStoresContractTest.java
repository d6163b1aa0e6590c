package dev.davit.persistence.sql;

import dev.davit.ports.store.Stores;
import dev.davit.testkit.contract.StoresContract;
import dev.davit.testkit.memory.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqlStoresContractTest extends StoresContract {
  private static Databases databases;

  @BeforeAll
  static void makeTables(@TempDir Path folder) {
    databases = new Databases(folder);
  }

  @Override
  protected Stores open(TestClock clock) {
    return databases.fresh(clock);
  }
}
