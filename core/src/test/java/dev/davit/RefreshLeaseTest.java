package dev.davit;

import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Owner;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.store.Connection.Status;
import dev.davit.testkit.memory.MemoryHold;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several nodes, of which one refreshes. */
public class RefreshLeaseTest extends RefreshFlow {
  @Test
  void R3_holderPausedPastItsLease_writesNothing() throws Exception {
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> paused = start(this::stat);
    hold.awaitArrival();
    house.clock.advance(LEASE);
    hold.release();

    assertThat(kind(paused)).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(row().version()).isEqualTo(1);
    stat();
    assertThat(row().version()).isEqualTo(2);
  }

  @Test
  void R3_holderPausedPastItsLease_usesWhatItsSuccessorGot() throws Exception {
    expire();
    CredentialSource source = source();
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> paused = start(source::current);
    hold.awaitArrival();
    house.clock.advance(LEASE);
    stat(house.build(house.vault));
    OAuthTokens successors = tokens();
    hold.release();

    paused.get(60, TimeUnit.SECONDS);
    assertThat(tokens()).isEqualTo(successors);
    assertThat(row().version()).isEqualTo(3);
  }

  @Test
  void R3_holderPausedPastItsLease_declaresNoGrantDead() throws Exception {
    expire();
    far.faults().failNext("refresh", 1, MemoryOAuthFaults.invalidGrant());
    MemoryHold hold = far.faults().hold("refresh");
    Future<?> paused = start(this::stat);
    hold.awaitArrival();
    house.clock.advance(LEASE);
    hold.release();

    assertThat(kind(paused)).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void R3_holderPausedBeforeItAsks_asksNobody_andTheNextOneDoes() {
    expire();
    Davit pausing = house.build(new PausingVault(house.vault, house.clock));

    assertThat(failure(() -> stat(pausing)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    assertThat(asked()).isZero();
    assertThat(row().leaseHolder()).isNull();
    stat();
    assertThat(asked()).isEqualTo(1);
  }

  /** A vault of a node that is paused for a good part of its lease whenever it opens something. */
  private record PausingVault(Vault real, TestClock clock) implements Vault {
    @Override
    public Sealer house() {
      return real.house();
    }

    @Override
    public WrappedKey newKey(Owner owner) {
      return real.newKey(owner);
    }

    @Override
    public Sealer of(Owner owner, WrappedKey key) {
      clock.advance(LEASE.dividedBy(2));
      return real.of(owner, key);
    }
  }

  @Test
  void anotherNodesLease_isWaitedFor_andItsTokensAreUsed() throws Exception {
    expire();
    MemoryHold hold = far.faults().hold("refresh");
    Future<?> other = start(() -> stat(house.build(house.vault)));
    hold.awaitArrival();
    house.timing.onSleep =
        pause -> {
          hold.release();
          assertThat(kind(other)).isNull();
        };

    stat();

    assertThat(asked()).isEqualTo(1);
    assertThat(row().version()).isEqualTo(2);
    assertThat(house.timing.slept).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void R2_leaseOfADeadNode_isTakenOverWhenItIsOver() {
    expire();
    lease("dead");
    house.timing.clockGoesOn = true;

    stat();

    assertThat(house.timing.slept).hasSize(120).containsOnly(Duration.ofMillis(250));
    assertThat(row().version()).isEqualTo(2);
  }

  @Test
  void leaseThatNeverEnds_isNotAwaitedForEver() {
    expire();
    lease("immortal");

    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.timing.slept).hasSize(140);
    assertThat(asked()).isZero();
  }

  @Test
  void anotherNodesLease_isNotWaitedFor_whileTheTokensLive() {
    house.clock.advance(HOUR.minusSeconds(30));
    lease("another");

    stat();

    assertThat(house.timing.slept).isEmpty();
    assertThat(asked()).isZero();
  }

  private void lease(String holder) {
    assertThat(
            house.stores.<Boolean>inTransaction(
                tx -> tx.credentials().lease(ann.id(), 1, holder, LEASE)))
        .isTrue();
  }
}
