package dev.davit;

/** Core's suites of OAuth and of refreshing, over SQLite and the vault of production. */
class OAuthOverSqliteTest extends CoreOAuth {
  OAuthOverSqliteTest() {
    super(SqliteHouses::new);
  }
}
