package dev.davit.app.leaving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A database, looked at from outside, and its time let go by.
 *
 * @param site whose
 */
record Table(Site site) {
  /** The first column of all rows. */
  List<String> texts(String sql, String... values) {
    try (Connection connection = site.connect();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long number(String sql, String... values) {
    return Long.parseLong(texts(sql, values).get(0));
  }

  int write(String sql, String... values) {
    try (Connection connection = site.connect();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, String... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    return statement;
  }

  /** The jobs of those who leave are due, as if their time had come. */
  void hasten() {
    write(
        "UPDATE davit_jobs SET due_at = 0 WHERE due_at > 0 AND owner IN"
            + " (SELECT owner FROM davit_purges WHERE state = 'RUNNING')");
  }

  /** No job is due for a day, as long as nobody leaves. */
  void postpone() {
    write("UPDATE davit_jobs SET due_at = due_at + 86400000");
  }

  /** What a dead node has leased is free, as if its time had gone by; says how many jobs were. */
  int letLeasesRunOut(String node) {
    write("UPDATE davit_credentials SET lease_until = 0 WHERE lease_holder LIKE ?", node + "_%");
    return write("UPDATE davit_jobs SET lease_until = 0 WHERE lease_holder LIKE ?", node + "_%");
  }

  /** How many purges are under way. */
  long running() {
    return number("SELECT count(*) FROM davit_purges WHERE state = 'RUNNING'");
  }

  /** How many jobs those who leave still have. */
  long jobs() {
    return number(
        "SELECT count(*) FROM davit_jobs WHERE owner IN (SELECT owner FROM davit_purges)");
  }
}
