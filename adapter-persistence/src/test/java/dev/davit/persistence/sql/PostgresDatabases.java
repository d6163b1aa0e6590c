package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.davit.ports.Secret;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A database of PostgreSQL with the tables in it, emptied instead of made anew. */
public final class PostgresDatabases implements AutoCloseable {
  private static final String EMPTY =
      """
      DELETE FROM davit_credentials; DELETE FROM davit_upload_sessions;
      DELETE FROM davit_owners; DELETE FROM davit_owner_settings; DELETE FROM davit_connections;
      DELETE FROM davit_accounts; DELETE FROM davit_sessions; DELETE FROM davit_documents;
      DELETE FROM davit_audit; DELETE FROM davit_jobs; DELETE FROM davit_flows;
      DELETE FROM davit_server_keys;
      DELETE FROM davit_purges;
      DELETE FROM davit_revocations
      """;

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final SqlSettings settings = settings(database);
  private final HikariDataSource pool = PostgresPool.open(settings);

  public PostgresDatabases() {
    SqlStores.over(pool, settings.prefix(), true).close();
  }

  static SqlSettings settings(PostgresDatabase database) {
    return SqlSettings.of(database.url())
        .withLogin(database.user(), new Secret(database.password()));
  }

  /** Stores with nothing in them, by this clock, until the next are asked for. */
  public SqlStores fresh(InstantSource clock) {
    try {
      Hosts.execute(pool, EMPTY);
    } catch (SQLException e) {
      throw new IllegalStateException("the tables could not be emptied", e);
    }
    PostgresDialect dialect =
        new PostgresDialect(
            settings.prefix(),
            settings.limits(),
            handle -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return SqlStores.over(pool, dialect, settings.prefix(), false);
  }

  /** Of the pool, and the caller's to close. */
  public Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /** Files with every byte of it, and of the server's log. */
  public List<Path> dump() {
    return PostgresServer.shared().dump(database);
  }

  @Override
  public void close() {
    pool.close();
  }
}
