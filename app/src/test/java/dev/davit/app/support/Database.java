package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's database, looked into from outside. For use while the server runs: whoever is the last
 * to close a database tidies it up, and what a crash left is to be found by the server.
 */
public final class Database {
  private final Path data;

  /**
   * The database of a server.
   *
   * @param data the server's data folder
   */
  public Database(Path data) {
    this.data = data;
  }

  /** How many rows the table has. */
  public long rows(String table) {
    return query("select count(*) from davit_" + table).get(0).longValue();
  }

  /** The names of all tables. */
  public List<String> tables() {
    return strings("select name from sqlite_master where type = 'table'");
  }

  /** All bytes of the files in which the database is. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> files =
        Trees.files(data).stream().filter(file -> file.startsWith("davit.db")).toList();
    assertThat(files).contains("davit.db", "davit.db-wal");
    try {
      for (String file : files) {
        all.write(Files.readAllBytes(data.resolve(file)));
      }
      return all.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Long> query(String sql) {
    return strings(sql).stream().map(Long::valueOf).toList();
  }

  private List<String> strings(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("davit.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answer = new ArrayList<>();
      while (rows.next()) {
        answer.add(rows.getString(1));
      }
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
