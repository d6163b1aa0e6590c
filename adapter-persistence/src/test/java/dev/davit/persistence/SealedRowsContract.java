package dev.davit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Transaction;
import dev.davit.testservers.FilesSearch;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault over rows in a database: what an attacker with the database can do. */
abstract class SealedRowsContract {
  private static final String CANARY = "Kanarienvogel+singt/im=Bergwerk?";
  private static final ProviderId WEBDAV = new ProviderId("webdav");
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private SqlStores stores;
  private TinkVault vault;

  /** A database with nothing in it, the same for the length of a test. */
  abstract SqlSettings settings();

  /** The same, as the attacker sees it. */
  abstract java.sql.Connection connect() throws SQLException;

  /** Files with every byte of it. */
  abstract List<Path> dump() throws IOException;

  @BeforeEach
  final void setUp() {
    stores = SqlStores.open(settings());
    vault = TinkVault.openOrCreate(folder.resolve("keyset.json"), stores.holdsSealed());
  }

  @AfterEach
  final void close() {
    stores.close();
  }

  final SqlStores stores() {
    return stores;
  }

  @Test
  final void E4_holdsSealed_fromTheFirstKeyOn() {
    assertThat(stores.holdsSealed()).isFalse();

    owner("anna");

    assertThat(stores.holdsSealed()).isTrue();
  }

  @Test
  final void E1_credentialsSwappedAcrossRows_areRefused() throws Exception {
    Owner anna = owner("anna");
    Owner bert = owner("bert");
    connect(anna, "c1");
    connect(anna, "c2");
    connect(bert, "c3");
    assertThat(open(anna, "c1")).isEqualTo(CANARY);

    swap("c1", "c2");
    refused(anna, "c1");
    refused(anna, "c2");
    swap("c1", "c2");
    assertThat(open(anna, "c1")).isEqualTo(CANARY);

    swap("c1", "c3");
    refused(anna, "c1");
    refused(bert, "c3");
  }

  @Test
  final void E2_ownersKeysSwapped_areRefused() throws Exception {
    connect(owner("anna"), "c1");
    Owner bert = owner("bert");
    run(
        "UPDATE davit_owners SET wrapped_key ="
            + " (SELECT wrapped_key FROM davit_owners WHERE id = 'anna') WHERE id = 'bert'");

    assertThatThrownBy(() -> vault.of(bert, key(bert)))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTEGRITY));
  }

  @Test
  final void E5_databaseAndItsLog_holdNoCanary() throws Exception {
    Owner anna = owner("anna");
    connect(anna, "c1");
    Binding house = new Binding("", "", "", "key");
    Bytes sealed = vault.house().seal(CANARY.getBytes(StandardCharsets.UTF_8), house);
    stores.inTransaction(tx -> tx.serverKeys().insert("jwt", sealed));
    stores.flows().put("flow", new Flow(sealed), Duration.ofMinutes(30));
    assertThat(open(anna, "c1")).isEqualTo(CANARY);

    byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
    List<String> forms =
        List.of(
            CANARY,
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(bytes),
            URLEncoder.encode(CANARY, StandardCharsets.UTF_8));
    assertThat(FilesSearch.find(dump(), List.of("subject of c1"))).hasSize(1);
    assertThat(FilesSearch.find(dump(), forms)).isEmpty();
  }

  final Owner owner(String id) {
    Owner owner = new Owner(new OwnerId(id), 1);
    OwnerStore.Row row =
        new OwnerStore.Row(owner, OwnerStore.State.ACTIVE, vault.newKey(owner), TIME);
    stores.inTransaction(
        tx -> {
          tx.owners().insert(row);
          return row;
        });
    return owner;
  }

  private void connect(Owner owner, String id) {
    Bytes sealed =
        vault
            .of(owner, key(owner))
            .seal(CANARY.getBytes(StandardCharsets.UTF_8), binding(owner, id));
    stores.inTransaction(
        tx -> {
          tx.connections().insert(connection(owner, id));
          tx.credentials().insert(new ConnectionId(id), sealed);
          return id;
        });
  }

  private static Connection connection(Owner owner, String id) {
    return new Connection(
        new ConnectionId(id),
        owner,
        WEBDAV,
        "Home",
        "label",
        "subject of " + id,
        Connection.Status.ACTIVE,
        null,
        1,
        TIME,
        null);
  }

  private String open(Owner owner, String id) {
    Bytes sealed = stores.reading(tx -> sealed(tx, id));
    return new String(
        vault.of(owner, key(owner)).open(sealed, binding(owner, id)), StandardCharsets.UTF_8);
  }

  private static Bytes sealed(Transaction tx, String id) {
    return tx.credentials().find(new ConnectionId(id)).orElseThrow().sealed();
  }

  private void refused(Owner owner, String id) {
    assertThatThrownBy(() -> open(owner, id))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTEGRITY));
  }

  final WrappedKey key(Owner owner) {
    return java.util.Objects.requireNonNull(
        stores.reading(tx -> tx.owners().find(owner.id()).orElseThrow().key()));
  }

  private static Binding binding(Owner owner, String id) {
    return new Binding(owner.key(), id, WEBDAV.value(), "credential");
  }

  private void swap(String one, String other) throws SQLException {
    run(
        "CREATE TEMP TABLE old AS SELECT connection, sealed FROM davit_credentials",
        move(one, other),
        move(other, one));
  }

  private static String move(String from, String to) {
    return "UPDATE davit_credentials SET sealed = (SELECT sealed FROM old WHERE connection = '"
        + from
        + "') WHERE connection = '"
        + to
        + "'";
  }

  private void run(String... statements) throws SQLException {
    try (var connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
