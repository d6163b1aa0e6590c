package dev.davit;

import org.junit.jupiter.api.Tag;

/** Core's suites of purges, over PostgreSQL and the vault of production. */
@Tag("long")
class PurgesOverPostgresTest extends CorePurges {
  PurgesOverPostgresTest() {
    super(PostgresHouses::new);
  }
}
