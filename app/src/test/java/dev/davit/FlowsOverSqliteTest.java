package dev.davit;

import org.junit.jupiter.api.Tag;

/** Core's own suites, but for OAuth's, over SQLite and the vault of production. */
@Tag("long")
class FlowsOverSqliteTest extends CoreFlows {
  FlowsOverSqliteTest() {
    super(SqliteHouses::new);
  }
}
