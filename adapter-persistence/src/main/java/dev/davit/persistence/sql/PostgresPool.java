package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pool of a PostgreSQL database. What it sets for the driver is for whatever the address does
 * not say; the texts of the server's that quote rows are never part of an exception.
 */
final class PostgresPool {
  /** An answer that has not come by then will not come. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /**
   * What a log-in may take beyond the way there: a machine that has too much to do gets to it late,
   * and whoever waits for a connection does not wait longer for that.
   */
  private static final Duration LOGGING_IN = Duration.ofSeconds(12);

  private PostgresPool() {}

  static HikariDataSource open(SqlSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("davit");
    config.setJdbcUrl(checked(settings.url()));
    config.setUsername(settings.user());
    @Nullable Secret password = settings.password();
    config.setPassword(password == null ? null : password.reveal());
    limit(config, settings.limits());
    return Pool.open(config);
  }

  private static void limit(HikariConfig config, SqlLimits limits) {
    config.setMaximumPoolSize(limits.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(limits.connecting().toMillis());
    config.setValidationTimeout(Math.min(limits.connecting().toMillis(), 2000));
    String connecting = Long.toString(Math.max(1, limits.connecting().toSeconds()));
    config.addDataSourceProperty("connectTimeout", connecting);
    config.addDataSourceProperty("loginTimeout", seconds(limits.connecting().plus(LOGGING_IN)));
    config.addDataSourceProperty("cancelSignalTimeout", connecting);
    config.addDataSourceProperty("socketTimeout", seconds(limits.statement().plus(ANSWER)));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "davit");
    config.addDataSourceProperty("logServerErrorDetail", "false");
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  /** Addresses stand in logs and error messages, so there is no password in one. */
  private static String checked(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.contains("password=") || lower.matches("jdbc:postgresql://[^/?]*@.*")) {
      throw Failures.misconfigured(
          "The address of the database holds a password. Give user and password by themselves.");
    }
    return url;
  }
}
