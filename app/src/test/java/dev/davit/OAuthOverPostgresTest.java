package dev.davit;

import org.junit.jupiter.api.Tag;

/** Core's suites of OAuth and of refreshing, over PostgreSQL and the vault of production. */
@Tag("long")
class OAuthOverPostgresTest extends CoreOAuth {
  OAuthOverPostgresTest() {
    super(PostgresHouses::new);
  }
}
