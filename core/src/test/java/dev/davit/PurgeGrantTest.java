package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.jobs.JobKinds;
import dev.davit.ports.Bytes;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.GrantsPage;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Purge;
import dev.davit.testkit.memory.MemoryVault;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants that are not simply those of a connection: a purge ends them, or says that they live. */
public class PurgeGrantTest extends PurgeFlowTest {
  private StartedLogin granted() {
    StartedLogin login = house.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    house.memory.server().pages().grant(login.page(), "ann");
    return login;
  }

  private Purge hours(Purge purge, int hours) {
    for (int i = 0; i < hours; i++) {
      house.later(Duration.ofHours(1));
    }
    return house.davit.owners().purgeState(purge.id());
  }

  private Purge purgeWithAGrantNobodyFetched() {
    house.connectOAuth(ANN, "ann");
    granted();
    Purge purge = purge(house);
    house.later(Duration.ofMinutes(1));
    return purge;
  }

  @Test
  void D2_loginThatNobodyFetched_whoseServerIsAwayForDays_isRevokedWhenItIsBack() {
    house.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);
    Purge purge = hours(purgeWithAGrantNobodyFetched(), 24 * 5);
    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);

    house.memory.server().faults().mend();
    Purge over = hours(purge, 3);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isZero();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_loginThatNobodyFetched_whoseGrantCantBeEnded_isNamedAtTheDeadline() {
    house.memory.server().faults().fail("revoke", ErrorKind.ADDRESS_REFUSED);
    Purge purge = hours(purgeWithAGrantNobodyFetched(), 24);
    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);

    assertGivenUp(hours(purge, 24 * 6 + 3));
  }

  @Test
  void D2_disconnectThatAPurgeOvertakes_leavesTheGrantToThePurge() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.hookedOAuth.client().beforeRevoke =
        () -> {
          house.hookedOAuth.client().beforeRevoke =
              () -> {
                throw new IllegalStateException("a bug of the adapter");
              };
          purge(house);
          throw new IllegalStateException("a bug of the adapter");
        };

    assertThat(failure(() -> house.davit.connections().disconnect(ANN, connection.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    Purge over = hours(purge(house), 24 * 7 + 2);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(house.actions()).doesNotContain("connection.disconnected");
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_grantWhoseCredentialCantBeRead_isNamed() {
    Connection connection = house.connectOAuth(ANN, "ann");
    Bytes broken = Bytes.of(new byte[60]);
    house.stores.inTransaction(tx -> tx.credentials().replace(connection.id(), 1, broken));

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(over.failure()).isEqualTo("given up: memory_oauth");
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_grantsOfTwoProviders_areBothNamed() {
    house.connectOAuth(ANN, "ann");
    house.connectAnn();
    house.memory.server().faults().fail("revoke", ErrorKind.PROTOCOL);
    house.hookedOAuth.client().beforeRevoke =
        () -> {
          throw new IllegalStateException("a bug of the adapter");
        };

    Purge over = hours(purge(house), 24 * 7 + 2);

    assertThat(over.grantsLeft()).isEqualTo(2);
    assertThat(over.failure()).startsWith("given up: ").contains("memory_oauth").contains(", ");
  }

  private void assertGivenUp(Purge over) {
    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(over.failure()).isEqualTo("given up: memory");
    assertNothingHere(house, house.ann());
    assertThat(house.flows.kept()).isEmpty();
  }

  @Test
  void purgeThatWaitsForALogin_goesOnAtOnceWhenThatIsOver() {
    granted();
    Purge purge = purge(house);
    Duration lease = Duration.ofSeconds(20);
    house.stores.inTransaction(
        tx -> tx.jobs().claim("another node", Set.of(JobKinds.LOGIN), lease, 10));
    house.later(Duration.ZERO);
    assertThat(house.davit.owners().purgeState(purge.id()).state()).isEqualTo(Purge.State.RUNNING);

    house.later(lease.plusSeconds(1));

    assertThat(house.davit.owners().purgeState(purge.id()).state()).isEqualTo(Purge.State.DONE);
    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
  }

  @Test
  void D1_loginBegunWhileItsOwnerIsPurged_isRefusedAndLeavesNothing() {
    house.connectOAuth(ANN, "ann");
    house.flows.beforePut = () -> purged(house, Duration.ZERO);

    assertThat(
            failure(() -> house.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null))
                .kind())
        .isEqualTo(ErrorKind.INVALID_FLOW);

    assertThat(house.flows.kept()).isEmpty();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_loginThatWasAltered_isNamedAtOnce() {
    granted();
    house.flows.alterAll();

    assertGivenUp(hours(purge(house), 2));

    assertThat(house.actions()).contains("vault.integrity_failure");
  }

  @Test
  void D2_loginWhoseKeyIsGone_isNamedAtTheDeadline() {
    granted();
    Davit stranger = house.build(new MemoryVault());
    Purge purge = stranger.owners().purge(ANN.owner(), ANN);
    hoursOf(stranger, 24 * 7 - 1);
    assertThat(stranger.owners().purgeState(purge.id()).grantsLeft()).isZero();

    hoursOf(stranger, 4);

    assertGivenUp(stranger.owners().purgeState(purge.id()));
  }

  private void hoursOf(Davit node, int hours) {
    for (int i = 0; i < hours; i++) {
      house.clock.advance(Duration.ofHours(1));
      node.jobs().runDue();
    }
  }

  @Test
  void D2_loginThatOnlyAnotherNodeCanRead_waitsForThatOne() {
    granted();
    Davit stranger = house.build(new MemoryVault());
    Purge purge = stranger.owners().purge(ANN.owner(), ANN);
    stranger.jobs().runDue();

    for (int i = 0; i < 10; i++) {
      house.later(Duration.ofMinutes(1));
    }

    Purge over = house.davit.owners().purgeState(purge.id());
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isZero();
    assertThat(house.memory.server().faults().calls("revoke")).isEqualTo(1);
  }

  @Test
  void D2_loginWhoseProviderLetsOnlyUsersRevoke_isCountedButNotIncomplete() {
    house.hooked.revokedOnlyAt(
        new GrantsPage("all accounts", URI.create("https://example.com/apps")));
    granted();

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(over.failure()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorKind.class,
      names = {"PROTOCOL", "UNAVAILABLE", "ADDRESS_REFUSED"})
  void D2_loginThatCantBeAskedAfter_isTriedUntilTheDeadline_thenNamed(ErrorKind kind) {
    granted();
    house.memory.server().faults().fail("pollPage", kind);

    Purge purge = hours(purge(house), 24);
    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);

    assertGivenUp(hours(purge, 24 * 6 + 3));
  }

  @Test
  void D2_loginThatIsOverAtItsServer_isNoGrant() {
    StartedLogin login = granted();
    house.memory.server().pages().deny(login.page());

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isZero();
  }
}
