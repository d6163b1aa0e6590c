package dev.davit.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Credential;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.MemoryVault;
import dev.davit.testkit.memory.SequentialIds;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestClock database = new TestClock();
  private final TestClock node = new TestClock();
  private final MemoryStores stores = new MemoryStores(database);
  private final MemoryVault vault = new MemoryVault();
  private final Seals seals = new Seals(stores, vault, new AuditLog(new SequentialIds()), node);
  private final Owner ann = new Owner(new OwnerId("ann"), 1);
  private final ActiveOwner owner = new ActiveOwner(ann, vault.newKey(ann));
  private final Connection connection =
      new Connection(
          new ConnectionId("conn1"),
          ann,
          new ProviderId("memory"),
          "Ann",
          "ann",
          "ann",
          Connection.Status.ACTIVE,
          null,
          1,
          Instant.EPOCH,
          null);

  @ParameterizedTest
  @ValueSource(ints = {-10, 0, 10})
  void R4_sealedExpiry_isInDatabaseTime_howeverTheNodesClockGoes(int minutesApart) {
    node.advance(Duration.ofMinutes(minutesApart));

    OAuthTokens kept = (OAuthTokens) kept(tokens(node.instant().plus(HOUR)));

    assertThat(kept.expiresAt()).isEqualTo(database.instant().plus(HOUR));
    assertThat(kept).usingRecursiveComparison().ignoringFields("expiresAt").isEqualTo(tokens(null));
  }

  @Test
  void whatHasNoExpiry_isSealedAsItIs() {
    node.advance(HOUR);
    SecretFields fields = new SecretFields(Map.of("password", new Secret("p")));

    assertThat(kept(tokens(null))).isEqualTo(tokens(null));
    assertThat(kept(fields)).isEqualTo(fields);
  }

  private static OAuthTokens tokens(@Nullable Instant expiresAt) {
    return new OAuthTokens(new Secret("a"), new Secret("r"), expiresAt, Set.of("files"));
  }

  private Credential kept(Credential credential) {
    Bytes sealed = stores.inTransaction(tx -> seals.seal(tx, owner, connection, credential));
    return seals.open(owner, connection, sealed, Actor.DAVIT);
  }
}
