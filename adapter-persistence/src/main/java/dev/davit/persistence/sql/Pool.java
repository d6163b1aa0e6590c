package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/** The pool of an SQLite database of our own, and how any pool is opened. */
final class Pool {
  private static final int CONNECTIONS = 10;

  private Pool() {}

  static HikariDataSource open(SqlSettings settings) {
    long patience = Attempt.PATIENCE.toMillis();
    HikariConfig config = new HikariConfig();
    config.setPoolName("davit");
    config.setJdbcUrl(SqliteFile.prepare(settings.url()));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(patience);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("foreign_keys", "true");
    config.addDataSourceProperty("busy_timeout", Long.toString(patience));
    return open(config);
  }

  static HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw Failures.unavailable("The database can't be opened.", e);
    }
  }
}
