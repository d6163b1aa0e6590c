package dev.davit;

import static dev.davit.TestHouse.BOB;
import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.testkit.memory.MemoryHold;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many callers at once whose tokens are of no use. */
public class RefreshTogetherTest extends RefreshFlow {
  private static final int THOUSAND = 1000;

  /** How many calls there are where it need not be a thousand over every database. */
  protected int many() {
    return THOUSAND;
  }

  /** Makes so many calls at once; says how each failed, where it did. */
  private List<ErrorKind> together(int number, Runnable call) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      calls.add(
          start(
              () -> {
                await(start);
                call.run();
              }));
    }
    start.countDown();
    return calls.stream().map(RefreshFlow::kind).flatMap(Stream::ofNullable).toList();
  }

  private static void await(CountDownLatch start) {
    try {
      assertThat(start.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thousandCalls_onAnExpiredToken_areOneRefresh_andNoneFails() {
    expire();

    assertThat(together(THOUSAND, this::stat)).isEmpty();

    assertThat(asked()).isEqualTo(1);
    assertThat(row().version()).isEqualTo(2);
  }

  @Test
  void manyCalls_twoTransientFailuresFirst_areOneRefresh_andNoneFails() {
    expire();
    far.faults().failNext("refresh", 2, MemoryOAuthFaults.unavailable());

    assertThat(together(many(), this::stat)).isEmpty();

    assertThat(far.refreshes()).isEqualTo(1);
    assertThat(asked()).isEqualTo(3);
    assertThat(row().version()).isEqualTo(2);
  }

  @Test
  void manyCalls_grantDead_allMustReconnect_oneStatusChangeAndEntry() {
    expire();
    far.withdraw("ann");

    assertThat(together(many(), this::stat))
        .hasSize(many())
        .containsOnly(ErrorKind.REAUTH_REQUIRED);

    assertThat(asked()).isEqualTo(1);
    assertThat(now().status()).isEqualTo(Status.REQUIRES_REAUTH);
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  @Test
  void manyCalls_clientRefused_areTheOperatorsFault_andNothingChanges() {
    expire();
    far.faults().fail("refresh", MemoryOAuthFaults.invalidClient());

    assertThat(together(many(), this::stat)).hasSize(many()).containsOnly(ErrorKind.MISCONFIGURED);

    assertThat(asked()).isEqualTo(1);
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(row().version()).isEqualTo(1);
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void manyRejections_ofOneVersion_areOneRefresh() {
    CredentialSource source = source();
    far.rotate(true);
    far.punishReuse(true);

    assertThat(together(many(), () -> assertThat(source.rejected(1).version()).isEqualTo(2)))
        .isEmpty();

    assertThat(asked()).isEqualTo(1);
    assertThat(far.punished()).isZero();
  }

  @Test
  void callersWhoAreThereWhenItFails_shareTheFailure_andTheNextAsksAnew() throws Exception {
    CredentialSource source = source();
    expire();
    far.faults().failNext("refresh", 3, MemoryOAuthFaults.unavailable());
    MemoryHold hold = far.faults().hold("refresh");
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(start(source::current));
    }
    hold.awaitArrival();
    hold.release();

    for (Future<?> call : calls) {
      assertThat(kind(call)).isIn(null, ErrorKind.UNAVAILABLE);
    }
    assertThat(source.current().version()).isEqualTo(2);
    assertThat(far.refreshes()).isEqualTo(1);
  }

  @Test
  void callerWhoIsInterrupted_goes_andTheRefreshGoesOn() throws Exception {
    CredentialSource source = source();
    expire();
    MemoryHold hold = far.faults().hold("refresh");
    CompletableFuture<Thread> first = new CompletableFuture<>();
    Future<?> impatient =
        start(
            () -> {
              first.complete(Thread.currentThread());
              source.current();
            });
    hold.awaitArrival();
    Future<?> other = start(source::current);

    first.join().interrupt();

    assertThat(kind(impatient)).isEqualTo(ErrorKind.UNAVAILABLE);
    hold.release();
    other.get(60, TimeUnit.SECONDS);
    assertThat(row().version()).isEqualTo(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void callerWhoseTokensLive_waitsAMomentOnly_andTheRefreshGoesOn() throws Exception {
    CredentialSource source = source();
    house.clock.advance(HOUR.minusSeconds(30));
    MemoryHold hold = far.faults().hold("refresh");
    house.timing.runsOut = Duration.ofSeconds(2);

    assertThat(source.current().version()).isEqualTo(1);
    hold.awaitArrival();
    assertThat(source.current().version()).isEqualTo(1);
    house.timing.runsOut = Duration.ZERO;
    Future<?> patient = start(source::current);
    hold.release();

    patient.get(60, TimeUnit.SECONDS);
    assertThat(source.current().version()).isEqualTo(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void callersWhoWaitForTokens_takeNobodysPlaceAtTheProvider() {
    Connection bobs = house.connectOAuth(BOB, "bob");
    house.davit.files().stat(BOB, bobs.id(), EntryId.ROOT);
    house.clock.advance(HOUR.minusSeconds(61));
    store(new OAuthTokens(tokens().access(), tokens().refresh(), EPOCH, tokens().scopes()));
    MemoryHold hold = far.faults().hold("refresh");
    List<Thread> waiting = new CopyOnWriteArrayList<>();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(
          start(
              () -> {
                waiting.add(Thread.currentThread());
                stat();
              }));
    }
    hold.awaitArrival();
    while (waiting.size() < 40 || !waiting.stream().allMatch(RefreshTogetherTest::waits)) {
      Thread.onSpinWait();
    }

    house.davit.files().stat(BOB, bobs.id(), EntryId.ROOT);
    hold.release();

    assertThat(calls.stream().map(RefreshFlow::kind)).containsOnlyNulls();
  }

  private static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
