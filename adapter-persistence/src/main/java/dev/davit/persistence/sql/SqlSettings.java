package dev.davit.persistence.sql;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;

/**
 * Which database, and how its tables are called.
 *
 * @param url {@code jdbc:sqlite:} and the path of a file, in a folder that is there; the file is
 *     made at first start, readable by its owner only
 * @param prefix what every table's name begins with, the migration history's too: a lower-case
 *     letter, then up to 31 lower-case letters, digits or underscores
 * @param migrate whether Davit brings its tables up to date when it starts; otherwise the host runs
 *     {@code db/davit/sqlite} of this jar before, with the placeholder {@code prefix}
 * @param clock the time, where the database has no clock of its own
 */
public record SqlSettings(String url, String prefix, boolean migrate, InstantSource clock) {
  /** The prefix of all tables unless the host says another. */
  public static final String DEFAULT_PREFIX = "davit_";

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  public SqlSettings {
    checkPrefix(prefix);
  }

  /** A database at this address, with everything else as it usually is. */
  public static SqlSettings of(String url) {
    return new SqlSettings(url, DEFAULT_PREFIX, true, InstantSource.system());
  }

  /** An SQLite database in this file, with everything else as it usually is. */
  public static SqlSettings sqlite(Path file) {
    return of(SqliteFile.URL + file);
  }

  public SqlSettings withPrefix(String other) {
    return new SqlSettings(url, other, migrate, clock);
  }

  public SqlSettings withMigrate(boolean other) {
    return new SqlSettings(url, prefix, other, clock);
  }

  public SqlSettings withClock(InstantSource other) {
    return new SqlSettings(url, prefix, migrate, other);
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
