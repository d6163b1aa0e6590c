package dev.davit.testservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of its own on a {@link PostgresServer}, whose user owns it and is no superuser.
 *
 * @param name its name on the server
 * @param url its JDBC address, without user and password
 */
public record PostgresDatabase(String name, String url, String user, String password) {
  /** A plain connection, as its user. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Runs one statement, as its user. */
  public void execute(String sql) throws SQLException {
    Statements.execute(connect(), sql);
  }
}
