package dev.davit.persistence;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.ports.Secret;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL database and its log, as an attacker finds them. */
final class PostgresSealedRowsTest extends SealedRowsContract {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @Override
  SqlSettings settings() {
    return SqlSettings.of(database.url())
        .withLogin(database.user(), new Secret(database.password()));
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  List<Path> dump() {
    return PostgresServer.shared().dump(database);
  }
}
