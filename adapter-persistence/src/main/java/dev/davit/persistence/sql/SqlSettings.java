package dev.davit.persistence.sql;

import dev.davit.ports.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which database, and how its tables are called.
 *
 * @param url {@code jdbc:sqlite:} and the path of a file, in a folder that is there; the file is
 *     made at first start, readable by its owner only. Or {@code jdbc:postgresql:} as PostgreSQL's
 *     driver reads it, without a password
 * @param user who logs in; null for SQLite, and where the address says it
 * @param password of that user; null if none is asked for
 * @param prefix what every table's name begins with, the migration history's too: a lower-case
 *     letter, then up to 31 lower-case letters, digits or underscores
 * @param migrate whether Davit brings its tables up to date when it starts; otherwise the host runs
 *     {@code db/davit/sqlite} or {@code db/davit/postgresql} of this jar before, with the
 *     placeholder {@code prefix}
 * @param clock the time, where the database has no clock of its own, as PostgreSQL has
 * @param limits of the pool
 */
public record SqlSettings(
    String url,
    @Nullable String user,
    @Nullable Secret password,
    String prefix,
    boolean migrate,
    InstantSource clock,
    SqlLimits limits) {
  /** The prefix of all tables unless the host says another. */
  public static final String DEFAULT_PREFIX = "davit_";

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  public SqlSettings {
    checkPrefix(prefix);
  }

  /** A database at this address, with everything else as it usually is. */
  public static SqlSettings of(String url) {
    return new SqlSettings(
        url, null, null, DEFAULT_PREFIX, true, InstantSource.system(), SqlLimits.USUAL);
  }

  /** An SQLite database in this file, with everything else as it usually is. */
  public static SqlSettings sqlite(Path file) {
    return of(SqliteFile.URL + file);
  }

  public SqlSettings withPrefix(String other) {
    return new SqlSettings(url, user, password, other, migrate, clock, limits);
  }

  public SqlSettings withMigrate(boolean other) {
    return new SqlSettings(url, user, password, prefix, other, clock, limits);
  }

  public SqlSettings withClock(InstantSource other) {
    return new SqlSettings(url, user, password, prefix, migrate, other, limits);
  }

  /** With who logs in. */
  public SqlSettings withLogin(String user, Secret password) {
    return new SqlSettings(url, user, password, prefix, migrate, clock, limits);
  }

  public SqlSettings withLimits(SqlLimits other) {
    return new SqlSettings(url, user, password, prefix, migrate, clock, other);
  }

  static String checkPrefix(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "a table prefix is a lower-case letter, then up to 31 lower-case letters, digits or"
              + " underscores");
    }
    return prefix;
  }
}
