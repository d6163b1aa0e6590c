package dev.davit.app.leaving;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.ports.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * What nodes share.
 *
 * @param database its JDBC address
 * @param user who logs in there; empty for SQLite
 * @param password of that user
 * @param place where keyset and documents are
 * @param google where the emulated Google is
 */
record Site(String database, String user, String password, Path place, URI google) {
  /** As {@link #toArguments} has put it. */
  static Site of(String... arguments) {
    return new Site(
        arguments[0], arguments[1], arguments[2], Path.of(arguments[3]), URI.create(arguments[4]));
  }

  List<String> toArguments() {
    return List.of(database, user, password, place.toString(), google.toString());
  }

  /** The same, but for the database. */
  Site with(String other) {
    return new Site(other, user, password, place, google);
  }

  boolean isSqlite() {
    return user.isEmpty();
  }

  Path keyset() {
    return place.resolve("keyset.json");
  }

  Path documents() {
    return place.resolve("documents");
  }

  SqlSettings settings() {
    SqlSettings settings = SqlSettings.of(database).withMigrate(false);
    return isSqlite() ? settings : settings.withLogin(user, new Secret(password));
  }

  Connection connect() throws SQLException {
    return isSqlite()
        ? DriverManager.getConnection(database)
        : DriverManager.getConnection(database, user, password);
  }
}
