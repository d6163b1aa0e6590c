package dev.davit;

import org.junit.jupiter.api.Tag;

/** Core's suites of purges, over SQLite and the vault of production. */
@Tag("long")
class PurgesOverSqliteTest extends CorePurges {
  PurgesOverSqliteTest() {
    super(SqliteHouses::new);
  }
}
