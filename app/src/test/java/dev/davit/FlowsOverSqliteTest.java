package dev.davit;

/** Core's own suites, but for OAuth's, over SQLite and the vault of production. */
class FlowsOverSqliteTest extends CoreFlows {
  FlowsOverSqliteTest() {
    super(SqliteHouses::new);
  }
}
