package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What the database refuses, in our words. */
@Timeout(60)
final class FailuresTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("davit.db");
  }

  @Test
  void inTransaction_diskFull_isUnavailableAndKeepsNothing() {
    try (SqlStores stores = SqlStores.over(new SmallDisk(file), "davit_", true)) {
      Refused.as(
          ErrorKind.UNAVAILABLE,
          () ->
              stores.inTransaction(
                  tx -> {
                    tx.serverKeys().insert("first", Samples.BYTES);
                    return tx.serverKeys().insert("large", Bytes.of(new byte[2_000_000]));
                  }));

      assertThat(holds(stores, "first")).isFalse();
      stores.inTransaction(tx -> tx.serverKeys().insert("later", Samples.BYTES));
      assertThat(holds(stores, "later")).isTrue();
    }
  }

  @Test
  void inTransaction_workGoesOnAfterFailure_keepsNothing() {
    try (SqlStores stores = SqlStores.over(new SmallDisk(file), "davit_", true)) {
      Refused.as(ErrorKind.UNAVAILABLE, () -> stores.inTransaction(FailuresTest::stubborn));

      assertThat(holds(stores, "after")).isFalse();
    }
  }

  private static boolean stubborn(Transaction tx) {
    Refused.as(
        ErrorKind.UNAVAILABLE,
        () -> tx.serverKeys().insert("large", Bytes.of(new byte[2_000_000])));
    Refused.as(ErrorKind.UNAVAILABLE, () -> tx.serverKeys().insert("after", Samples.BYTES));
    return true;
  }

  @Test
  void insert_conflict_leavesTheTransactionUsable() {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file))) {
      stores.inTransaction(
          tx -> {
            tx.connections().insert(Samples.connection("c1"));
            Refused.as(ErrorKind.CONFLICT, () -> tx.connections().insert(Samples.connection("c1")));
            return tx.serverKeys().insert("after", Samples.BYTES);
          });

      assertThat(holds(stores, "after")).isTrue();
    }
  }

  @Test
  void insertCredential_withoutConnection_isConflict() {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file))) {
      ConnectionId none = new ConnectionId("none");
      Refused.as(ErrorKind.CONFLICT, () -> stores.inTransaction(tx -> insert(tx, none)));
    }
  }

  @Test
  void anything_afterClose_isUnavailable() {
    SqlStores stores = SqlStores.open(SqlSettings.sqlite(file));
    stores.close();

    Refused.as(ErrorKind.UNAVAILABLE, stores::holdsSealed);
    Refused.as(ErrorKind.UNAVAILABLE, () -> stores.flows().take("key"));
  }

  @Test
  void open_notADatabase_isUnavailable() throws Exception {
    Files.writeString(file, "This is no database at all, though it is long enough. ".repeat(50));

    Refused.as(ErrorKind.UNAVAILABLE, () -> SqlStores.open(SqlSettings.sqlite(file)));
  }

  @Test
  void open_folderMissing_isMisconfigured() {
    Refused.as(
        ErrorKind.MISCONFIGURED,
        () -> SqlStores.open(SqlSettings.sqlite(folder.resolve("none/davit.db"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x?mode=memory",
        "jdbc:sqlite::resource:x",
        "jdbc:mysql://localhost/davit",
        "davit.db"
      })
  void open_addressOfNoFile_isMisconfigured(String url) {
    Refused.as(ErrorKind.MISCONFIGURED, () -> SqlStores.open(SqlSettings.of(url)));
  }

  @Test
  void open_addressThatLoosensSafety_staysSafe() {
    String url = "jdbc:sqlite:" + file + "?synchronous=OFF&foreign_keys=off&journal_mode=DELETE";
    try (SqlStores stores = SqlStores.open(SqlSettings.of(url))) {
      ConnectionId none = new ConnectionId("none");
      Refused.as(ErrorKind.CONFLICT, () -> stores.inTransaction(tx -> insert(tx, none)));
    }
  }

  @Test
  void over_connectionsWithoutForeignKeys_isMisconfigured() {
    SQLiteConfig config = Hosts.config();
    config.enforceForeignKeys(false);

    assertThatThrownBy(() -> SqlStores.over(Hosts.source(file, config), "davit_", true))
        .hasMessageContaining("foreign_keys=on");
  }

  @Test
  void open_newDatabase_isReadableByItsOwnerOnly() throws Exception {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file))) {
      stores.inTransaction(tx -> tx.serverKeys().insert("key", Samples.BYTES));

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.toList())
            .hasSizeGreaterThan(2)
            .allSatisfy(
                each ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  private static boolean insert(Transaction tx, ConnectionId connection) {
    tx.credentials().insert(connection, Samples.BYTES);
    return true;
  }

  private static boolean holds(SqlStores stores, String key) {
    return stores.reading(tx -> tx.serverKeys().find(key).isPresent());
  }

  /** A database that may not grow beyond a megabyte. */
  private static final class SmallDisk extends SQLiteDataSource {
    SmallDisk(Path file) {
      super(Hosts.config());
      setUrl("jdbc:sqlite:" + file);
    }

    @Override
    public org.sqlite.SQLiteConnection getConnection(
        @org.jspecify.annotations.Nullable String user,
        @org.jspecify.annotations.Nullable String password)
        throws SQLException {
      org.sqlite.SQLiteConnection connection = super.getConnection(user, password);
      limit(connection);
      return connection;
    }

    private static void limit(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = 256");
      }
    }
  }
}
