package dev.davit;

/** A few of core's suites over SQLite and the vault of production. */
class CoreOverSqliteTest extends CoreInShort {
  CoreOverSqliteTest() {
    super(SqliteHouses::new);
  }
}
