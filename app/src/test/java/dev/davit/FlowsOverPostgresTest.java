package dev.davit;

import org.junit.jupiter.api.Tag;

/** Core's own suites, but for OAuth's, over PostgreSQL and the vault of production. */
@Tag("long")
class FlowsOverPostgresTest extends CoreFlows {
  FlowsOverPostgresTest() {
    super(PostgresHouses::new);
  }
}
