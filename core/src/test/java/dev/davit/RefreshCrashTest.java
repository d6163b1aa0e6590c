package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import dev.davit.testkit.memory.MemoryHold;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Refreshes that are interrupted, or come too late. */
public class RefreshCrashTest extends RefreshFlow {
  @Test
  void commitThatFails_isTriedAgain_andTheRotatedTokenIsKept() {
    CredentialSource source = rotating();
    house.stores.downAfter(1, 3);

    assertThat(source.current().version()).isEqualTo(2);

    assertThat(asked()).isEqualTo(1);
    assertThat(house.timing.slept)
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    house.stores.mend();
    expire();
    stat();
    assertThat(far.punished()).isZero();
  }

  @Test
  void commitThatIsDone_butNotAnswered_isNotDoneTwice() {
    CredentialSource source = rotating();
    house.stores.loseAnswerAfter(1);

    assertThat(source.current().version()).isEqualTo(2);

    assertThat(asked()).isEqualTo(1);
    assertThat(source.current().credential()).isEqualTo(tokens());
  }

  @Test
  void grantThatIsDead_whoseCommitIsNotAnswered_isSaidToBeDead_once() {
    CredentialSource source = source();
    far.withdraw("ann");
    expire();
    house.stores.loseAnswerAfter(1);

    assertThat(failure(source::current).kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);

    assertThat(asked()).isEqualTo(1);
    assertThat(now().status()).isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  @Test
  void commitThatFails_isGivenUpWhenTheLeaseIsOver() {
    CredentialSource source = rotating();
    house.stores.downAfter(1);

    assertThat(failure(source::current).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    Duration waited = house.timing.slept.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(LEASE.minusSeconds(2), LEASE);
    house.stores.mend();
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  /** A source whose tokens have expired, at a provider that punishes the use of old tokens. */
  private CredentialSource rotating() {
    CredentialSource source = source();
    far.rotate(true);
    far.punishReuse(true);
    expire();
    return source;
  }

  @Test
  void R2_deathAtAnyStep_leavesWhatIsUsableAgain_whereOldTokensStayValid() {
    int steps = 0;
    while (dies(steps)) {
      restart();
      stat(house.build(house.vault));
      assertThat(now().status()).as("after step %d", steps).isEqualTo(Status.ACTIVE);
      steps++;
    }
    assertThat(steps).isGreaterThanOrEqualTo(6);
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void R2_deathBetweenTheAnswerAndTheCommit_whereReuseIsPunished_isOneReauth_saidHonestly() {
    far.rotate(true);
    far.punishReuse(true);
    house.hookedOAuth.client().answers =
        fresh -> {
          throw new Died();
        };
    expire();
    died(house.davit);
    house.hookedOAuth.client().answers = fresh -> fresh;
    restart();

    assertThat(failure(() -> stat(house.build(house.vault))).kind())
        .isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(now().statusReason()).isEqualTo("grant_dead");
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  /** Dies at a step of a refresh; false if there was no such step. */
  private boolean dies(int step) {
    Davit node = house.build(house.vault);
    expire();
    house.steps.dieAt(step);
    return died(node);
  }

  private boolean died(Davit node) {
    try {
      stat(node);
      return false;
    } catch (Died died) {
      return true;
    }
  }

  private void restart() {
    house.steps.restart();
    house.clock.advance(LEASE);
  }

  @Test
  void D3_disconnectDuringARefresh_bringsNothingBack() throws Exception {
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> call = start(this::stat);
    hold.awaitArrival();
    house.davit.connections().disconnect(ANN, ann.id());
    hold.release();

    assertThat(kind(call)).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(house.stores.<Boolean>reading(tx -> tx.credentials().find(ann.id()).isPresent()))
        .isFalse();
    assertThat(far.alive("ann")).isZero();
    assertThat(house.actions()).containsExactly("connection.connected", "connection.disconnected");
  }

  @Test
  void D3_refreshThatIsLate_isForTheRevocationOnly() throws Exception {
    far.rotate(true);
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> call = start(this::stat);
    hold.awaitArrival();
    far.faults().fail("revoke", MemoryOAuthFaults.unavailable());
    house.davit.connections().disconnect(ANN, ann.id());
    hold.release();

    assertThat(kind(call)).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(row().version()).isEqualTo(2);
    assertThat(now().status()).isEqualTo(Status.DISCONNECTING);
    far.faults().mend();
    house.later(Duration.ofHours(1));
    assertThat(far.alive("ann")).isZero();
    assertThat(house.davit.connections().list(ANN)).isEmpty();
  }

  @Test
  void D1_purgeDuringARefresh_whatComesLateIsForThePurgeOnly() throws Exception {
    refreshWhileOwnerBecomes(OwnerStore.State.PURGING);

    assertThat(row().version()).isEqualTo(2);
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void D1_purgedDuringARefresh_keepsWhatComesLateFromTheRow() throws Exception {
    refreshWhileOwnerBecomes(OwnerStore.State.PURGED);

    assertThat(row().version()).isEqualTo(1);
  }

  private void refreshWhileOwnerBecomes(OwnerStore.State state) throws Exception {
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> call = start(this::stat);
    hold.awaitArrival();
    house.stores.inTransaction(tx -> tx.owners().setState(house.ann(), state));
    hold.release();

    assertThat(kind(call)).isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void disconnect_ofExpiredTokens_revokesThemWithoutRefreshing() {
    expire();

    house.davit.connections().disconnect(ANN, ann.id());

    assertThat(asked()).isZero();
    assertThat(far.revokes()).isEqualTo(1);
    assertThat(house.davit.connections().list(ANN)).isEmpty();
  }
}
