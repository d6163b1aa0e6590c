package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.fields;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.testkit.memory.MemoryVault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What happens to a connection whose credential is refused, by the provider or by the vault. */
public class CredentialsTest extends FlowTest {
  private final Files files = house.davit.files();

  @Test
  void refused_isReauthRequiredWithTheConnection() {
    Connection connection = house.connectAnn();
    house.memory.server().lockOut("ann");

    CloudException first = failure(() -> files.stat(ANN, connection.id(), EntryId.ROOT));
    int calls = house.calls();
    CloudException second = failure(() -> files.stat(ANN, connection.id(), EntryId.ROOT));

    assertThat(first.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(first.hints().connection()).isEqualTo(connection.id());
    assertThat(second.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(house.calls()).isEqualTo(calls);
  }

  @Test
  void refused_listingThatWasCached_isNotServed() {
    Connection connection = house.connectAnn();
    files.list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT));
    house.memory.server().lockOut("ann");
    house.davit.connections().check(ANN, connection.id());

    assertThat(failure(() -> files.list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT))).kind())
        .isEqualTo(ErrorKind.REAUTH_REQUIRED);
  }

  @Test
  void refused_fiftyAtOnce_isOneEntry() throws Exception {
    Connection connection = house.connectAnn();
    house.memory.server().lockOut("ann");
    CyclicBarrier start = new CyclicBarrier(50);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<ErrorKind>> failures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      failures.add(
          threads.submit(
              () -> {
                start.await(10, SECONDS);
                return failure(() -> files.stat(ANN, connection.id(), EntryId.ROOT)).kind();
              }));
    }
    threads.shutdown();

    for (Future<ErrorKind> failed : failures) {
      assertThat(failed.get(30, SECONDS)).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    }
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  @Test
  void refused_renewedMeanwhile_goesOnWithTheNewOne() {
    Connection connection = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("changed"));
    house.memory.server().addAccount("ann2", new Secret("x"));
    house.hooked.before(
        "stat",
        () -> {
          house.hooked.before("stat", () -> {});
          house.davit.connections().connect(ANN, TestHouse.MEMORY, fields("ann", "changed"), null);
        });

    assertThat(files.stat(ANN, connection.id(), EntryId.ROOT).isFolder()).isTrue();
    assertThat(house.davit.connections().get(ANN, connection.id()).status())
        .isEqualTo(Status.ACTIVE);
  }

  @Test
  void tokenRejected_neverLeaves() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().fail("stat", ErrorKind.TOKEN_REJECTED);
    house.hooked.before("stat", () -> {});

    assertThat(failure(() -> files.stat(ANN, connection.id(), EntryId.ROOT)).kind())
        .isIn(ErrorKind.REAUTH_REQUIRED, ErrorKind.UNAVAILABLE);
    house.memory.server().faults().fail("verify", ErrorKind.TOKEN_REJECTED);
    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.CREDENTIALS_REFUSED);
  }

  @Test
  void passingFailures_changeNoStatus() {
    Connection connection = house.connectAnn();
    for (ErrorKind kind : List.of(ErrorKind.UNAVAILABLE, ErrorKind.RATE_LIMITED)) {
      house.memory.server().faults().fail("stat", kind);
      assertThat(failure(() -> files.stat(ANN, connection.id(), EntryId.ROOT)).kind())
          .isEqualTo(kind);
    }
    assertThat(house.davit.connections().get(ANN, connection.id()).status())
        .isEqualTo(Status.ACTIVE);
  }

  @Test
  void E1_swappedCredentials_areAnIntegrityFailureAndNeverReauth() {
    Connection one = house.connectAnn();
    Connection two = house.connect(ANN, "ann2");
    int calls = house.memory.server().faults().calls("stat");
    house.stores.inTransaction(
        tx -> {
          CredentialStore.Row row = tx.credentials().find(two.id()).orElseThrow();
          return tx.credentials().replace(one.id(), 1, row.sealed());
        });

    CloudException failure = failure(() -> files.stat(ANN, one.id(), EntryId.ROOT));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).endsWith("vault.integrity_failure").hasSize(3);
    assertThat(house.davit.connections().get(ANN, one.id()).status()).isEqualTo(Status.ACTIVE);
    assertThat(house.memory.server().faults().calls("stat")).isEqualTo(calls + 1);
  }

  @Test
  void E1_unknownKey_isUnavailableAndNotAudited() {
    Connection connection = house.connectAnn();
    Davit elsewhere = house.build(new MemoryVault());

    assertThat(failure(() -> elsewhere.files().stat(ANN, connection.id(), EntryId.ROOT)).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.actions()).containsExactly("connection.connected");
  }
}
