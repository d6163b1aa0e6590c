package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.RefreshOutcome;
import dev.davit.testkit.memory.MemoryHold;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the observer is told of refreshes: each once, with its outcome. */
class RefreshObservedTest extends RefreshFlow {
  @Test
  void refresh_renewed_isToldOnce_howeverManyTriesAndCallers() throws Exception {
    expire();
    far.faults().failNext("refresh", 2, MemoryOAuthFaults.unavailable());
    MemoryHold hold = far.faults().hold("refresh");
    Future<?> first = start(this::stat);
    hold.awaitArrival();
    Future<?> second = start(this::stat);
    hold.release();

    assertThat(kind(first)).isNull();
    assertThat(kind(second)).isNull();
    assertThat(house.watcher.refreshes).containsExactly(RefreshOutcome.RENEWED);
  }

  @Test
  void refresh_byAnotherNode_isToldAsSuch() throws Exception {
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> paused = start(this::stat);
    hold.awaitArrival();
    house.clock.advance(LEASE);
    stat(house.build(house.vault));
    hold.release();

    assertThat(kind(paused)).isNull();
    assertThat(house.watcher.refreshes)
        .containsExactly(RefreshOutcome.RENEWED, RefreshOutcome.ELSEWHERE);
  }

  @Test
  void refresh_ofADeadGrant_isToldAsSuch() throws Exception {
    expire();
    far.withdraw("ann");

    assertThat(kind(start(this::stat))).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(house.watcher.refreshes).containsExactly(RefreshOutcome.GRANT_DEAD);
  }

  @Test
  void refresh_refusedForTheApplication_isTheOperatorsFault() throws Exception {
    expire();
    far.faults().fail("refresh", MemoryOAuthFaults.invalidClient());

    assertThat(kind(start(this::stat))).isEqualTo(ErrorKind.MISCONFIGURED);
    assertThat(house.watcher.refreshes).containsExactly(RefreshOutcome.MISCONFIGURED);
  }

  @Test
  void refresh_providerAway_isToldAsFailed() throws Exception {
    expire();
    far.faults().fail("refresh", MemoryOAuthFaults.unavailable());

    assertThat(kind(start(this::stat))).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(house.watcher.refreshes).containsExactly(RefreshOutcome.FAILED);
  }
}
