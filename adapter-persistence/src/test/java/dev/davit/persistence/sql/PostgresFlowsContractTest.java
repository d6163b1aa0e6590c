package dev.davit.persistence.sql;

import dev.davit.ports.Flows;
import dev.davit.testkit.contract.FlowsContract;
import dev.davit.testkit.memory.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresFlowsContractTest extends FlowsContract {
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
  protected Flows open(TestClock clock) {
    return databases.fresh(clock).flows();
  }
}
