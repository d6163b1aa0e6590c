package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Which database it is: by its address, or by asking its connections. */
final class DatabaseKind {
  static final String POSTGRES = "jdbc:postgresql:";

  private DatabaseKind() {}

  static HikariDataSource pool(SqlSettings settings) {
    return isPostgres(settings.url()) ? PostgresPool.open(settings) : Pool.open(settings);
  }

  /** For a database of our own. */
  static Dialect dialect(SqlSettings settings) {
    return isPostgres(settings.url())
        ? new PostgresDialect(settings.prefix(), settings.limits())
        : new SqliteDialect(settings.clock());
  }

  /** For a database of the host's. */
  static Dialect dialect(DataSource source, String prefix, InstantSource clock) {
    return switch (product(source)) {
      case "SQLite" -> new SqliteDialect(clock);
      case "PostgreSQL" -> new PostgresDialect(prefix, SqlLimits.USUAL);
      default ->
          throw Failures.misconfigured("The database must be SQLite or PostgreSQL. It is neither.");
    };
  }

  private static boolean isPostgres(String url) {
    return url.startsWith(POSTGRES);
  }

  private static String product(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }
}
