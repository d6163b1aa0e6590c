package dev.davit.persistence.sql;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables up to date. Other tables may be in the same database and are left alone. */
final class Migrations {
  private final DataSource source;
  private final Dialect dialect;
  private final String prefix;

  Migrations(DataSource source, Dialect dialect, String prefix) {
    this.source = source;
    this.dialect = dialect;
    this.prefix = prefix;
  }

  void run() {
    try {
      dialect.alone(source, prefix, () -> flyway().migrate());
    } catch (FlywayValidateException e) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "The tables of Davit in the database were not made by this version's migrations.",
          e);
    } catch (FlywayException e) {
      throw Failures.unavailable("The database could not be brought up to date.", e);
    }
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + dialect.migrations())
        .table(prefix + "history")
        .placeholders(Map.of("prefix", prefix))
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .loggers("slf4j")
        .load();
  }
}
