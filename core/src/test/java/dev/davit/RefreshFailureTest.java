package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection.Status;
import dev.davit.testkit.memory.MemoryHold;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a refresh that fails means: for the grant, for the callers, and for those that come next.
 */
public class RefreshFailureTest extends RefreshFlow {
  private void assertUntouched() {
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(row().version()).isEqualTo(1);
    assertThat(row().leaseHolder()).isNull();
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void R5_operatorsFault_changesNoStatus_andIsSaid() {
    expire();
    far.faults().fail("refresh", MemoryOAuthFaults.invalidClient());

    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.MISCONFIGURED);

    assertThat(asked()).isEqualTo(1);
    assertUntouched();
    far.faults().mend();
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.MISCONFIGURED);
    assertThat(asked()).isEqualTo(1);
    house.clock.advance(Duration.ofSeconds(1));
    stat();
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void R5_transientFailures_areTriedAgain_andChangeNothing() {
    for (ErrorKind kind :
        List.of(ErrorKind.UNAVAILABLE, ErrorKind.PROTOCOL, ErrorKind.RATE_LIMITED)) {
      expire();
      int before = asked();
      far.faults().fail("refresh", new CloudException(kind, "Not now."));

      assertThat(failure(this::stat).kind()).isEqualTo(kind);

      assertThat(asked() - before).as("%s", kind).isEqualTo(3);
      assertUntouched();
    }
    far.faults().mend();
    house.clock.advance(Duration.ofSeconds(10));
    stat();
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void R5_twoTransientFailuresFirst_areNoFailedCall() {
    expire();
    far.faults().failNext("refresh", 1, MemoryOAuthFaults.unavailable());
    far.faults().failNext("refresh", 1, new CloudException(ErrorKind.PROTOCOL, "Not JSON."));

    stat();

    assertThat(asked()).isEqualTo(3);
    assertThat(house.timing.slept).hasSize(2);
    assertThat(row().version()).isEqualTo(2);
  }

  @Test
  void R5_deadGrant_requiresReauth_withItsReason_onceAndForAll() {
    expire();
    far.withdraw("ann");

    CloudException failure = failure(this::stat);
    int once = asked();
    CloudException again = failure(this::stat);

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().connection()).isEqualTo(ann.id());
    assertThat(again.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(once).isEqualTo(1);
    assertThat(asked()).isEqualTo(once);
    assertThat(now().status()).isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(now().statusReason()).isEqualTo("grant_dead");
    assertThat(row().leaseHolder()).isNull();
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
    AuditEntry.Personal personal = Objects.requireNonNull(house.audit().get(1).personal());
    assertThat(personal.actor()).isEqualTo(ANN.actor());
    assertThat(personal.requestId()).isEqualTo("request-1");
  }

  @Test
  void R5_deadGrant_statusAndEntryAreOneTransaction() {
    expire();
    far.withdraw("ann");
    house.clock.advance(Duration.ofMinutes(1));
    failure(() -> stat(dying()));

    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(house.changes()).containsExactly("connection.connected");
    house.stores.mend();
    house.clock.advance(LEASE);
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  /** A node that loses the database once it has noted the use and leased the credential. */
  private Davit dying() {
    house.stores.downAfter(2);
    return house.davit;
  }

  @Test
  void R5_deadGrant_ofAVersionThatIsReplacedMeanwhile_killsNothing() throws Exception {
    expire();
    far.faults().failNext("refresh", 1, MemoryOAuthFaults.invalidGrant());
    MemoryHold hold = far.faults().hold("refresh");
    Future<?> call = start(this::stat);
    hold.awaitArrival();
    house.connectOAuth(ANN, "ann");
    hold.release();

    call.get(60, TimeUnit.SECONDS);

    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(row().version()).isEqualTo(2);
    assertThat(house.actions()).containsExactly("connection.connected", "connection.reconnected");
  }

  @Test
  void R5_deadGrant_isMendedByConnectingAgain() {
    expire();
    far.withdraw("ann");
    failure(this::stat);

    house.connectOAuth(ANN, "ann");
    stat();

    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void retryAfter_isObeyed_beyondTheDeadlineByThoseWhoComeLater() {
    expire();
    Duration wait = Duration.ofSeconds(40);
    far.faults()
        .failNext(
            "refresh",
            1,
            new CloudException(ErrorKind.RATE_LIMITED, "Too often.", Hints.NONE, wait, null));

    assertThat(failure(this::stat).retryAfter()).contains(wait);
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    house.clock.advance(wait.minusMillis(1));
    assertThat(failure(this::stat).retryAfter()).contains(Duration.ofMillis(1));
    assertThat(asked()).isEqualTo(1);
    house.clock.advance(Duration.ofMillis(1));
    stat();
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void refresh_thatIsNotAnswered_endsAtItsDeadline_whichIsShorterThanTheLease() {
    expire();
    MemoryHold hold = far.faults().hold("refresh");
    house.timing.runsOut = Duration.ofSeconds(20);

    CloudException failure = failure(this::stat);
    hold.release();

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertUntouched();
  }

  @Test
  void check_ofAConnectionThatRequiresReauth_refreshes_andRevivesIt() {
    expire();
    far.faults().failNext("refresh", 1, MemoryOAuthFaults.invalidGrant());
    failure(this::stat);
    failure(this::stat);
    assertThat(asked()).isEqualTo(1);

    assertThat(house.davit.connections().check(ANN, ann.id()).status()).isEqualTo(Status.ACTIVE);

    assertThat(asked()).isEqualTo(2);
    stat();
  }

  @Test
  void check_ofADeadGrant_staysSo_withoutAnotherEntry() {
    expire();
    far.withdraw("ann");
    failure(this::stat);

    assertThat(house.davit.connections().check(ANN, ann.id()).status())
        .isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }
}
