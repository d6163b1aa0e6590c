package dev.davit;

/** A few of core's suites over PostgreSQL and the vault of production. */
class CoreOverPostgresTest extends CoreInShort {
  CoreOverPostgresTest() {
    super(PostgresHouses::new);
  }
}
