package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server has granted is kept or undone, whatever fails and whoever never comes back. */
public class LoginEndTest extends FlowTest {
  private final Connections connections = house.davit.connections();

  private StartedLogin grantedAndNotKept() {
    StartedLogin login = granted();
    house.stores.downAfter(0);
    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.stores.mend();
    return login;
  }

  private StartedLogin granted() {
    StartedLogin login = connections.startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    house.memory.server().pages().grant(login.page(), "ann");
    return login;
  }

  private Optional<Connection> poll(StartedLogin login) {
    return connections.pollLogin(ANN, MEMORY, login.flow());
  }

  private int asked() {
    return house.memory.server().faults().calls("pollPage");
  }

  private int revoked() {
    return house.memory.server().faults().calls("revoke");
  }

  @Test
  void keep_databaseDown_isDoneByTheNextPollWithoutAskingAgain() {
    StartedLogin login = grantedAndNotKept();

    assertThat(poll(login)).isPresent();

    assertThat(asked()).isEqualTo(1);
    assertThat(revoked()).isZero();
    assertThat(house.flows.kept()).isEmpty();
    house.later(Duration.ofHours(1));
    assertThat(revoked()).isZero();
    assertThat(connections.list(ANN)).hasSize(1);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void keep_databaseDownAndNobodyAsksAgain_isRevokedInTheEnd() {
    StartedLogin login = grantedAndNotKept();

    house.later(login.lifetime());

    assertAbandoned("ok");
    assertThat(asked()).isEqualTo(1);
  }

  private void assertAbandoned(String outcome) {
    assertThat(revoked()).isPositive();
    assertThat(connections.list(ANN)).isEmpty();
    assertThat(house.flows.kept()).isEmpty();
    assertThat(house.actions()).containsExactly("connection.login_abandoned");
    assertThat(house.audit()).extracting(AuditEntry::outcome).containsExactly(outcome);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void keep_nothingCanBeKeptAnywhere_isRevokedAtOnce() {
    StartedLogin login = granted();
    house.stores.downAfter(0);
    house.flows.downAfter(2);

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    assertThat(revoked()).isEqualTo(1);
    house.stores.mend();
    house.flows.mend();
    house.later(login.lifetime());
    assertThat(connections.list(ANN)).isEmpty();
  }

  @Test
  void keep_keptButNobodyIsTold_isNotRevoked() {
    StartedLogin login = granted();
    house.stores.loseAnswerAfter(0);
    house.flows.downAfter(2);

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    assertThat(revoked()).isZero();
    Connection kept = connections.list(ANN).get(0);
    assertThat(connections.check(ANN, kept.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void keep_keptOrNot_whenNobodyCanSay_isNotRevoked() {
    StartedLogin login = granted();
    house.stores.loseAnswerAfter(0);
    house.stores.unreadableAfterThat();
    house.flows.downAfter(2);

    assertThat(failure(() -> poll(login))).hasMessageContaining("neither kept nor undone");

    house.stores.mend();
    assertThat(revoked()).isZero();
    assertThat(connections.list(ANN)).hasSize(1);
  }

  @Test
  void keep_neitherKeptNorRevoked_tellsTheUser() {
    StartedLogin login = granted();
    house.stores.downAfter(0);
    house.flows.downAfter(2);
    house.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);

    CloudException failure = failure(() -> poll(login));

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("neither kept nor undone");
  }

  @Test
  void keep_accountBeingDisconnected_isAConflict_thenConnects() {
    Connection before = house.connectAnn();
    house.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);
    connections.disconnect(ANN, before.id());
    StartedLogin login = granted();

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.CONFLICT);
    house.memory.server().faults().mend();
    house.later(Duration.ofMinutes(3));

    Connection after = poll(login).orElseThrow();
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.status()).isEqualTo(Status.ACTIVE);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void D1_ownerPurgedBetweenGrantAndCommit_isRevokedInTheEnd() {
    StartedLogin login = granted();
    house.watcher.onCall(
        "pollLogin",
        () ->
            house.stores.inTransaction(
                tx -> tx.owners().setState(house.ann(), OwnerStore.State.PURGED)));

    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    house.later(login.lifetime());

    assertAbandoned("ok");
  }

  @Test
  void end_grantedAndNeverFetched_isRevoked() {
    StartedLogin login = granted();

    house.later(login.lifetime());

    assertAbandoned("ok");
    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
  }

  @Test
  void end_neverGranted_leavesNothing() {
    StartedLogin login = connections.startLogin(ANN, MEMORY, LoginTest.SERVER, null);

    house.later(login.lifetime());

    assertThat(revoked()).isZero();
    assertThat(house.flows.kept()).isEmpty();
    assertThat(house.audit()).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void end_providerDown_revokesWhenItIsBack() {
    StartedLogin login = grantedAndNotKept();
    house.memory.server().faults().down();
    house.later(login.lifetime());
    house.later(Duration.ofHours(2));
    house.memory.server().faults().mend();

    house.later(Duration.ofHours(2));

    assertAbandoned("ok");
  }

  @Test
  void end_neverRevocable_isGivenUpAfterADayAndSaid() {
    StartedLogin login = grantedAndNotKept();
    house.memory.server().faults().down();

    house.later(login.lifetime());
    for (int hour = 0; hour < 40; hour++) {
      house.later(Duration.ofHours(1));
    }

    assertAbandoned("not_revoked");
  }

  @Test
  void end_whileSomebodyAsks_waitsForThem() {
    StartedLogin login = granted();
    house.clock.advance(login.lifetime().minusSeconds(1));
    house.watcher.onCall(
        "pollLogin",
        () -> {
          house.clock.advance(Duration.ofSeconds(2));
          house.davit.jobs().runDue();
        });

    assertThat(poll(login)).isPresent();

    house.later(Duration.ofHours(1));
    assertThat(revoked()).isZero();
    assertThat(connections.list(ANN)).hasSize(1);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void end_credentialThatALoginReplaced_isRevoked_thePresentOneIsNot() {
    Connection before = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("a second app password"));
    StartedLogin login = granted();
    assertThat(poll(login)).map(Connection::id).contains(before.id());
    house.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);
    house.later(login.lifetime());
    house.memory.server().faults().mend();

    house.later(Duration.ofMinutes(1));

    assertThat(revoked()).isEqualTo(2);
    assertThat(connections.check(ANN, before.id()).status()).isEqualTo(Status.ACTIVE);
    assertThat(house.actions())
        .containsExactly(
            "connection.connected", "connection.reconnected", "connection.credential_replaced");
    assertThat(house.flows.kept()).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void end_credentialThatWasRefused_isLeftAlone() {
    Connection before = house.connectAnn();
    house.memory.server().addAccount("ann", new Secret("a second app password"));
    connections.check(ANN, before.id());
    StartedLogin login = granted();
    assertThat(poll(login)).isPresent();

    house.later(login.lifetime());

    assertThat(revoked()).isZero();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void end_flowLost_isOverAllTheSame() {
    granted();
    house.flows.kept().keySet().forEach(house.flows::take);

    for (int i = 0; i < 8; i++) {
      house.later(Duration.ofMinutes(10));
    }

    assertThat(house.isIdle()).isTrue();
    assertThat(house.audit()).isEmpty();
  }

  @Test
  void disconnect_ofAConnectionMadeOnAPage_revokesIt() {
    StartedLogin login = granted();
    Connection made = poll(login).orElseThrow();

    connections.disconnect(ANN, made.id());

    assertThat(revoked()).isEqualTo(1);
    assertThat(failure(() -> poll(login)).kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    house.later(login.lifetime());
    assertThat(house.isIdle()).isTrue();
  }
}
