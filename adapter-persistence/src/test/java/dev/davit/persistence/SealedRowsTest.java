package dev.davit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.ports.Owner;
import dev.davit.ports.store.OwnerStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file of a database as an attacker finds it. */
final class SealedRowsTest extends SealedRowsContract {
  private Path file() {
    return folder.resolve("davit.db");
  }

  @Override
  SqlSettings settings() {
    return SqlSettings.sqlite(file());
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  @Override
  List<Path> dump() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().contains("davit.db")).toList();
    }
  }

  @Test
  void E2_purged_leavesNoKeyInTheFile() throws Exception {
    Owner anna = owner("anna");
    byte[] key = key(anna).bytes().toArray();
    stores().inTransaction(tx -> tx.owners().setState(anna, OwnerStore.State.PURGED));
    stores().close();

    StringBuilder dump = new StringBuilder();
    for (Path file : dump()) {
      dump.append(raw(Files.readAllBytes(file)));
    }
    for (int at = 0; at + 8 <= key.length; at++) {
      byte[] part = Arrays.copyOfRange(key, at, at + 8);
      assertThat(dump.indexOf(raw(part))).as("bytes from %s on", at).isNegative();
    }
  }

  private static String raw(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
