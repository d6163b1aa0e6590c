package dev.davit.persistence.sql;

import dev.davit.ports.Bytes;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The row under the cursor, read by column name. */
record Row(ResultSet rs) {
  String text(String column) throws SQLException {
    return rs.getString(column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return rs.getString(column);
  }

  <T> @Nullable T textOrNull(String column, Function<String, T> then) throws SQLException {
    String text = rs.getString(column);
    return text == null ? null : then.apply(text);
  }

  long number(String column) throws SQLException {
    return rs.getLong(column);
  }

  @Nullable Long numberOrNull(String column) throws SQLException {
    long number = rs.getLong(column);
    return rs.wasNull() ? null : Long.valueOf(number);
  }

  Instant time(String column) throws SQLException {
    return Instant.ofEpochMilli(rs.getLong(column));
  }

  @Nullable Instant timeOrNull(String column) throws SQLException {
    Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  Bytes bytes(String column) throws SQLException {
    return Bytes.of(rs.getBytes(column));
  }

  @Nullable Bytes bytesOrNull(String column) throws SQLException {
    byte[] bytes = rs.getBytes(column);
    return bytes == null ? null : Bytes.of(bytes);
  }

  /** The owner whose key it is. */
  Owner owner(String column) throws SQLException {
    String key = rs.getString(column);
    int colon = key.indexOf(':');
    return new Owner(
        new OwnerId(key.substring(colon + 1)), Long.parseLong(key.substring(0, colon)));
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }
}
