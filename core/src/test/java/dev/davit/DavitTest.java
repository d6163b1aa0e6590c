package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import dev.davit.ports.RefreshOutcome;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Purge;
import dev.davit.testkit.memory.MemoryOAuthProvider;
import dev.davit.testkit.memory.MemoryStorageProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Putting Davit together, server keys, jobs, the background. */
public class DavitTest extends FlowTest {
  @Test
  void build_namesEverythingThatIsMissingOrDoubled() {
    MemoryStorageProvider fields = MemoryStorageProvider.fields(house.clock);
    DavitBuilder builder =
        Davit.builder()
            .provider(fields)
            .provider(MemoryStorageProvider.fields(house.clock))
            .provider(MemoryStorageProvider.operator(house.clock))
            .sweepEvery(Duration.ofSeconds(-1));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("stores", "vault", "flows", "memory is there twice")
        .hasMessageContainingAll("memory_operator", "applicationStorage", "sweepEvery");
  }

  @Test
  void build_oauthWithoutFlowsOrCallback_saysWhatIsMissing() {
    DavitBuilder builder =
        Davit.builder().provider(MemoryOAuthProvider.at(house.clock)).stores(house.stores);

    assertThatThrownBy(builder::build).hasMessageContainingAll("flows(…)", "callback(…)", "OAuth");
    for (String bad : List.of("/callback", "ftp://a.example/", "https://a.example/?b=c")) {
      builder.flows(house.flows).callback(URI.create(bad)).vault(house.vault);
      assertThatThrownBy(builder::build).hasMessageContaining("callback(…) must be");
    }
  }

  @Test
  void build_applicationStorageOfUsers_isRefused() {
    DavitBuilder builder =
        Davit.builder()
            .stores(house.stores)
            .vault(house.vault)
            .applicationStorage(MemoryStorageProvider.fields(house.clock));

    assertThatThrownBy(builder::build).hasMessageContaining("operator");
  }

  @Test
  void accounts_withoutHasher_saysWhatIsMissing() {
    try (Davit bare = bare(Duration.ZERO, Observer.NONE)) {
      assertThatThrownBy(bare::accounts).hasMessageContaining("password hasher");
    }
  }

  private Davit bare(Duration sweep, Observer observer) {
    return Davit.builder()
        .stores(house.stores)
        .vault(house.vault)
        .observer(observer)
        .sweepEvery(sweep)
        .build();
  }

  @Test
  void store_nowhereToGo_isRefusedWithTheReason() {
    try (Davit bare = bare(Duration.ZERO, Observer.NONE)) {
      NewDocument document = new NewDocument("a", "text/plain", TestContents.of("a"));
      assertThat(failure(() -> bare.documents().store(ANN, document)))
          .hasMessageContaining("Choose a default storage");
      assertThat(failure(() -> bare.defaultStorages().get(ANN)).kind())
          .isEqualTo(ErrorKind.NOT_FOUND);
    }
  }

  @Test
  void providers_areShownWithTheApplicationsOwn() {
    assertThat(house.davit.providers())
        .extracting(info -> info.id().value())
        .containsExactly("memory", "memory_oauth", "memory_oauth2", "memory_operator");
  }

  @Test
  void serverKeys_areTheSameEverywhereAndDifferByName() {
    byte[] key = house.davit.serverKeys().getOrCreate("signing", 32);

    assertThat(key).hasSize(32);
    assertThat(house.build(house.vault).serverKeys().getOrCreate("signing", 32)).isEqualTo(key);
    assertThat(house.davit.serverKeys().getOrCreate("other", 32)).isNotEqualTo(key);
    assertThatThrownBy(() -> house.davit.serverKeys().getOrCreate("signing", 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void E1_serverKeyMovedToAnotherName_isAnIntegrityFailure() {
    house.davit.serverKeys().getOrCreate("signing", 32);
    house.stores.inTransaction(
        tx -> {
          Bytes sealed = tx.serverKeys().find("signing").orElseThrow();
          return tx.serverKeys().insert("moved", sealed);
        });

    assertThat(failure(() -> house.davit.serverKeys().getOrCreate("moved", 32)).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).containsExactly("vault.integrity_failure");
  }

  @Test
  void jobs_thatFail_waitLongerEachTimeUpToAnHour() {
    Connection connection = house.connectAnn();
    house.memory.server().faults().down();
    house.davit.connections().disconnect(ANN, connection.id());
    house.later(Duration.ofMinutes(2));

    for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      Duration wait = Duration.ofSeconds(seconds);
      assertThat(job(connection.id()).dueAt()).isEqualTo(house.clock.instant().plus(wait));
      assertThat(job(connection.id()).lastFailure()).isEqualTo("UNAVAILABLE");
      house.later(wait.minusMillis(1));
      int attempts = job(connection.id()).attempts();
      house.later(Duration.ofMillis(1));
      assertThat(job(connection.id()).attempts()).isEqualTo(attempts + 1);
    }
  }

  private Job job(ConnectionId id) {
    return house.stores.reading(tx -> tx.jobs().find(new JobId(id.value())).orElseThrow());
  }

  @Test
  void jobs_ofAnUnknownKind_areLeftToWhoeverKnowsIt() {
    house.stores.inTransaction(
        tx -> {
          tx.jobs()
              .insert(
                  new Job(
                      new JobId("x"), "newer", house.ann(), "x", tx.now(), 0, null, null, null));
          return true;
        });

    assertThat(house.davit.jobs().runDue()).isZero();
    assertThat(house.watcher.jobs).isEmpty();
    assertThat(job(new ConnectionId("x")).attempts()).isZero();
  }

  @Test
  void background_runsWhatIsDueAndEndsWithClose() throws Exception {
    Connection connection = house.connectAnn();
    house.memory.server().faults().down();
    house.davit.connections().disconnect(ANN, connection.id());
    house.clock.advance(Duration.ofMinutes(3));
    CountDownLatch ran = new CountDownLatch(1);

    try (Davit background = bare(Duration.ofMillis(1), new JobLatch(ran))) {
      assertThat(ran.await(10, SECONDS)).isTrue();
      assertThat(background.providers()).isEmpty();
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("davit-jobs")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  private record JobLatch(CountDownLatch ran) implements Observer {
    @Override
    public void providerCall(
        ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure) {}

    @Override
    public void cache(boolean hit) {}

    @Override
    public void refresh(ProviderId provider, RefreshOutcome outcome) {}

    @Override
    public void job(String kind, Duration took, @Nullable ErrorKind failure) {
      ran.countDown();
    }

    @Override
    public void purged(Purge over) {}

    @Override
    public void forgotten(String what, int count) {}
  }
}
