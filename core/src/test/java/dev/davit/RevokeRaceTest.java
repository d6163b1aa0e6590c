package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.testkit.memory.MemoryOAuth;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One owner leaves an account, at which all grants end together, while another comes. */
public class RevokeRaceTest extends FlowTest {
  private static final int ROUNDS = 1000;

  private final Connections connections = house.davit.connections();
  private final MemoryOAuth far = house.oauth.oauth();
  private final HookedOAuth hooked = house.hookedOAuth.client();

  /** A consent that was given, and what is left to do of the connect. */
  private Runnable consented(Caller caller, String account) {
    Secret binding = house.davit.oauth().newBinding();
    StartedOAuth started = house.davit.oauth().start(caller, OAUTH, binding);
    OAuthAnswer answer = answer(far.consent(started.page(), account));
    return () -> house.davit.oauth().finish(answer, binding, "request-2");
  }

  private static void refused(Runnable connect) {
    assertThat(failure(connect::run).kind()).isEqualTo(ErrorKind.CONFLICT);
  }

  @Test
  void D3_connectWhileTheProviderRevokes_isRefused_andWorksAMinuteLater() {
    Connection anns = house.connectOAuth(ANN, "ann");
    Runnable bobs = consented(BOB, "ann");
    hooked.beforeRevoke =
        () -> {
          hooked.beforeRevoke = () -> {};
          refused(bobs);
        };

    connections.disconnect(ANN, anns.id());

    assertThat(connections.list(ANN)).isEmpty();
    assertThat(connections.list(BOB)).isEmpty();
    house.later(Duration.ofSeconds(61));
    Connection again = house.connectOAuth(BOB, "ann");
    assertThat(connections.check(BOB, again.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void D3_revokedBetweenTheGrantAndItsKeeping_isNotKept() {
    Connection anns = house.connectOAuth(ANN, "ann");
    Runnable bobs = consented(BOB, "ann");
    hooked.afterExchange =
        () -> {
          house.clock.advance(Duration.ofSeconds(1));
          connections.disconnect(ANN, anns.id());
        };

    refused(bobs);

    assertThat(connections.list(BOB)).isEmpty();
    assertThat(far.alive("ann")).isZero();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void D3_disconnectWithoutARevocation_keepsNobodyAway() {
    Connection anns = house.connectOAuth(ANN, "ann");
    Connection bobs = house.connectOAuth(BOB, "ann");
    Runnable again = consented(BOB, "ann");
    hooked.afterExchange =
        () -> {
          house.clock.advance(Duration.ofSeconds(1));
          connections.disconnect(ANN, anns.id());
        };

    again.run();

    assertThat(connections.list(ANN)).isEmpty();
    assertThat(connections.check(BOB, bobs.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void D3_nodeDiedWhileItRevoked_keepsOthersAwayForAMinuteOnly() {
    Connection anns = house.connectOAuth(ANN, "ann");
    hooked.beforeRevoke =
        () -> {
          throw new CloudException(ErrorKind.UNAVAILABLE, "down");
        };
    connections.disconnect(ANN, anns.id());

    refused(consented(BOB, "ann"));
    house.clock.advance(Duration.ofSeconds(61));
    Connection bobs = house.connectOAuth(BOB, "ann");

    hooked.beforeRevoke = () -> {};
    house.later(Duration.ofMinutes(5));
    assertThat(connections.list(ANN)).isEmpty();
    assertThat(connections.check(BOB, bobs.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void D3_aThousandRaces_nobodyKeepsADeadGrant() throws Exception {
    hooked.beforeRevoke = () -> house.clock.advance(Duration.ofMillis(2));
    hooked.afterExchange = () -> house.clock.advance(Duration.ofMillis(2));
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < ROUNDS; i++) {
        race(executor, "racer-" + i);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private void race(ExecutorService executor, String account) throws Exception {
    far.addAccount(account);
    Caller leaver = Caller.of("leaver-" + account);
    Caller comer = Caller.of("comer-" + account);
    Connection left = house.connectOAuth(leaver, account);
    Runnable connect = consented(comer, account);
    CyclicBarrier together = new CyclicBarrier(2);

    Future<?> leaving =
        executor.submit(() -> at(together, () -> connections.disconnect(leaver, left.id())));
    Future<?> coming = executor.submit(() -> at(together, connect));

    leaving.get(1, TimeUnit.MINUTES);
    coming.get(1, TimeUnit.MINUTES);
    for (Connection kept : connections.list(comer)) {
      assertThat(far.alive(account)).as(account).isPositive();
      assertThat(connections.check(comer, kept.id()).status()).isEqualTo(Status.ACTIVE);
    }
  }

  private static boolean at(CyclicBarrier together, Runnable work) throws Exception {
    together.await(1, TimeUnit.MINUTES);
    try {
      work.run();
      return true;
    } catch (CloudException refused) {
      return false;
    }
  }
}
