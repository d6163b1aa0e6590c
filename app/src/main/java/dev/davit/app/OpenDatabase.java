package dev.davit.app;

import dev.davit.persistence.sql.SqlStores;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens the database, and says why it can't in words that name what an operator can mend. */
final class OpenDatabase {
  private OpenDatabase() {}

  static SqlStores open(DatabaseSettings settings, InstantSource clock) {
    try {
      return SqlStores.open(settings.toSql(clock));
    } catch (CloudException e) {
      throw settings.isShared() && e.kind() == ErrorKind.UNAVAILABLE ? explained(settings, e) : e;
    }
  }

  private static CloudException explained(DatabaseSettings settings, CloudException failure) {
    String why = why(settings, state(failure));
    return new CloudException(
        ErrorKind.MISCONFIGURED, settings.described() + " can't be used: " + why, failure);
  }

  /** By the SQLSTATE: <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">. */
  private static String why(DatabaseSettings settings, String state) {
    return switch (state) {
      case "28P01" ->
          "it refuses the password of "
              + settings.user()
              + ". Check DAVIT_DATABASE_USER and DAVIT_DATABASE_PASSWORD.";
      case "28000" ->
          "it does not let "
              + settings.user()
              + " in from here. Check DAVIT_DATABASE_USER, and what its pg_hba.conf allows.";
      case "3D000" ->
          "there is no database of that name. Make it (CREATE DATABASE … OWNER "
              + settings.user()
              + "), or correct DAVIT_DATABASE_URL.";
      case "42501" ->
          settings.user() + " may not make tables there. Let that user own the database.";
      case "53300" ->
          "it has no connection left. Raise its max_connections, or lower DAVIT_DATABASE_POOL.";
      default ->
          state.startsWith("08")
              ? "it can't be reached, or not as DAVIT_DATABASE_URL says. Is it running there?"
              : "its answer was the error " + state + ", which its own log explains.";
    };
  }

  private static String state(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "unknown";
  }
}
