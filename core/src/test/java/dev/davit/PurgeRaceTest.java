package dev.davit;

import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.PASSWORD;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryOAuth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads, refreshes, callbacks and connects race purges: nothing comes back. */
public class PurgeRaceTest extends PurgeFlowTest {
  private static final int AT_ONCE = 5;
  private static final int SHORT = 100;
  private static final int LONG = 1000;

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final MemoryOAuth far = house.oauth.oauth();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** What an owner has, and a callback that is still to come. */
  private record Racer(
      Caller caller, String account, Connection tokens, Secret binding, OAuthAnswer answer) {}

  private Racer racer(int number) {
    String name = "racer-" + number;
    AccountId id =
        house.davit.accounts().register(name + "@example.org", new Secret(PASSWORD)).id();
    Caller caller = Caller.of(id.value());
    house.memory.server().addAccount(name, new Secret(PASSWORD));
    far.addAccount(name);
    far.addAccount(name + "-other");
    Connection tokens = house.connectOAuth(caller, name);
    Connection cloud = house.connect(caller, name);
    if (number % 4 != 0) {
      house.davit.defaultStorages().set(caller, MEMORY, cloud.id(), null);
    }
    Secret binding = house.davit.oauth().newBinding();
    StartedOAuth started = house.davit.oauth().start(caller, OAUTH, binding);
    String granting = number % 2 == 0 ? name : name + "-other";
    OAuthAnswer answer = answer(far.consent(started.page(), granting));
    return new Racer(caller, name, tokens, binding, answer);
  }

  private List<Runnable> works(Racer racer) {
    return List.of(
        () -> store(racer.caller(), "report.txt"),
        () -> list(racer),
        () -> house.davit.oauth().finish(racer.answer(), racer.binding(), ""),
        () ->
            house
                .davit
                .connections()
                .connect(racer.caller(), MEMORY, fields(racer.account(), PASSWORD), null),
        () -> {
          AccountId id = new AccountId(racer.caller().owner().value());
          house.davit.accounts().delete(id, racer.caller());
          house.davit.jobs().runDue();
        });
  }

  /** Its tokens are about to expire, so that this refreshes them. */
  private void list(Racer racer) {
    house.davit.files().list(racer.caller(), racer.tokens().id(), FolderQuery.of(EntryId.ROOT));
  }

  private void run(List<Runnable> works) throws Exception {
    CyclicBarrier together = new CyclicBarrier(works.size());
    List<Future<?>> all = new ArrayList<>();
    for (Runnable work : works) {
      all.add(
          threads.submit(
              () -> {
                together.await(1, TimeUnit.MINUTES);
                orRefused(work);
                return true;
              }));
    }
    for (Future<?> one : all) {
      one.get(1, TimeUnit.MINUTES);
    }
  }

  private static void orRefused(Runnable work) {
    try {
      work.run();
    } catch (CloudException refused) {
      assertThat(refused.kind())
          .isIn(
              ErrorKind.NOT_FOUND,
              ErrorKind.INVALID_FLOW,
              ErrorKind.CONFLICT,
              ErrorKind.UNAVAILABLE);
    }
  }

  private void assertGone(Racer racer) {
    assertThat(house.names(racer.account())).isEmpty();
    assertThat(house.memory.server().unfinished(racer.account())).isZero();
    assertThat(far.alive(racer.account())).isZero();
    assertThat(far.alive(racer.account() + "-other")).isZero();
    assertNothingHere(house, new Owner(racer.caller().owner(), 1));
  }

  @Test
  void D1_deletionsRaced_nothingComesBack_andNoOrphanStays() throws Exception {
    race(SHORT);
  }

  @Test
  @Tag("long")
  void D1_aThousandDeletionsRaced_nothingComesBack_andNoOrphanStays() throws Exception {
    race(LONG);
  }

  private void race(int rounds) throws Exception {
    far.lifetime(Duration.ofSeconds(30));
    List<Racer> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Racer racer = racer(i);
      all.add(racer);
      run(works(racer));
    }
    for (int i = 0; i < 12; i++) {
      house.later(Duration.ofMinutes(10));
    }

    all.forEach(this::assertGone);
    assertThat(house.ownFiles()).isEmpty();
    assertThat(finals(house)).hasSize(rounds);
    assertThat(house.isIdle()).isTrue();
  }
}
