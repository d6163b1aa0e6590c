package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.failure;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryVault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What surrounds every call to a storage: tries, circuit, deadline, rates. */
public class ResilienceTest extends FlowTest {
  private static final String FAILED = "stat UNAVAILABLE";

  private final Files files = house.davit.files();
  private final Connection ann = house.connectAnn();

  private void stat() {
    files.stat(ANN, ann.id(), EntryId.ROOT);
  }

  private void failWith(String method, ErrorKind kind, @Nullable Duration... delays) {
    Deque<CloudException> failures = new ArrayDeque<>();
    for (Duration delay : delays) {
      failures.add(new CloudException(kind, "Not now.", Hints.NONE, delay, null));
    }
    house.hooked.before(
        method,
        () -> {
          if (!failures.isEmpty()) {
            throw failures.remove();
          }
        });
  }

  private List<String> told() {
    return house.watcher.calls.stream().filter(call -> !call.startsWith("verify")).toList();
  }

  @Test
  void passingFailure_isTriedAgainWithFullJitter_andEachTryIsTold() {
    failWith("stat", ErrorKind.UNAVAILABLE, null, null);

    stat();

    assertThat(told()).containsExactly(FAILED, FAILED, "stat");
    assertThat(house.timing.slept).containsExactly(Duration.ofMillis(125), Duration.ofMillis(250));
  }

  @Test
  void passingFailure_isPassedOnAfterTheLastTry() {
    failWith("stat", ErrorKind.UNAVAILABLE, null, null, null);

    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(told()).containsExactly(FAILED, FAILED, FAILED);
  }

  @Test
  void retryAfter_isObeyedWithinTheDeadline() {
    failWith("stat", ErrorKind.RATE_LIMITED, Duration.ofSeconds(20));

    stat();

    assertThat(house.timing.slept).containsExactly(Duration.ofMillis(20_125));
    assertThat(told()).containsExactly("stat RATE_LIMITED", "stat");
  }

  @Test
  void retryAfter_beyondTheDeadline_isPassedOn() {
    failWith("stat", ErrorKind.RATE_LIMITED, Duration.ofSeconds(20), Duration.ofSeconds(10));

    CloudException failure = failure(this::stat);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(10));
    assertThat(house.timing.slept).hasSize(1);
  }

  @Test
  void whatChangesSomething_isSentOnce() {
    house.memory.server().faults().down();
    List<ThrowingCallable> changes =
        List.of(
            () -> files.createFolder(ANN, ann.id(), EntryId.ROOT, "new"),
            () -> files.delete(ANN, ann.id(), EntryId.ROOT),
            () -> files.move(ANN, ann.id(), EntryId.ROOT, EntryId.ROOT, "x", ConflictPolicy.FAIL),
            () -> files.write(ANN, ann.id(), file()));

    changes.forEach(change -> assertThat(failure(change)).isNotNull());

    assertThat(told())
        .containsExactly(
            "createFolder UNAVAILABLE",
            "delete UNAVAILABLE",
            "move UNAVAILABLE",
            "write UNAVAILABLE");
    assertThat(house.timing.slept).isEmpty();
  }

  private static NewFile file() {
    return new NewFile(
        EntryId.ROOT, "a.txt", TestContents.of("a"), null, ConflictPolicy.FAIL, null);
  }

  @Test
  void otherFailures_areNotTriedAgain() {
    for (ErrorKind kind : List.of(ErrorKind.PROTOCOL, ErrorKind.LOCKED, ErrorKind.NOT_FOUND)) {
      failWith("stat", kind, null, null);
      assertThat(failure(this::stat).kind()).isEqualTo(kind);
    }
    assertThat(house.timing.slept).isEmpty();
  }

  @Test
  void failureOfThisSide_isNeitherTriedAgainNorHeldAgainstTheProvider() {
    Davit elsewhere = house.build(new MemoryVault());

    for (int i = 0; i < 10; i++) {
      CloudException failure = failure(() -> elsewhere.files().stat(ANN, ann.id(), EntryId.ROOT));
      assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(failure.retryAfter()).isEmpty();
    }
    assertThat(told()).hasSize(10);
  }

  @Test
  void serverThatKeepsFailing_isLeftAloneForAMoment_andNoOtherServer() {
    Connection bobs = house.connect(BOB, "bob");
    house.memory.server().faults().down();
    failure(this::stat);
    failure(this::stat);
    int calls = house.calls();

    CloudException refused = failure(this::stat);
    house.memory.server().faults().mend();

    assertThat(house.calls()).isEqualTo(calls);
    assertThat(refused.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(refused.retryAfter().orElseThrow()).isBetween(second(1), second(5));
    failure(() -> files.write(ANN, ann.id(), file()));
    house.hooked.origin = "another";
    files.stat(BOB, bobs.id(), EntryId.ROOT);
    house.hooked.origin = "memory";
    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.clock.advance(second(5));
    stat();
    files.write(ANN, ann.id(), file());
  }

  private static Duration second(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void serverThatIsStillDown_isLeftAloneAgainAfterOneTry() {
    house.memory.server().faults().down();
    failure(this::stat);
    failure(this::stat);
    house.clock.advance(second(5));
    int calls = house.calls();

    failure(this::stat);
    failure(this::stat);

    assertThat(house.calls()).isEqualTo(calls + 1);
  }

  @Test
  void uploadThatFailsForItsSender_isNotHeldAgainstTheProvider() {
    for (int i = 0; i < 10; i++) {
      house.memory.server().faults().breakOffNextWrite(0);
      failure(() -> files.write(ANN, ann.id(), file()));
    }

    stat();
  }

  @Test
  void callThatIsStuck_isLeftBehindAtItsDeadline() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    house.hooked.before("stat", () -> stick(entered, interrupted));
    house.timing.runOutAfter(entered);

    CloudException failure = failure(this::stat);

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("in time");
    assertThat(interrupted.await(10, SECONDS)).isTrue();
  }

  private static void stick(CountDownLatch entered, CountDownLatch interrupted) {
    entered.countDown();
    try {
      new CountDownLatch(1).await(60, SECONDS);
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void changeThatIsStuck_saysThatItMayHaveBeenDone() {
    CountDownLatch entered = new CountDownLatch(1);
    house.hooked.after("createFolder", () -> stick(entered, new CountDownLatch(1)));
    house.timing.runOutAfter(entered);

    assertThat(failure(() -> files.createFolder(ANN, ann.id(), EntryId.ROOT, "new")))
        .hasMessageContaining("Look whether it was done");
    assertThat(house.names("ann")).containsExactly("new");
  }

  @Test
  void tooManyCallsForOneConnection_areRateLimited_andNoOtherConnection() {
    Connection bobs = house.connect(BOB, "bob");
    for (int i = 0; i < 1000; i++) {
      stat();
    }

    CloudException failure = failure(this::stat);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).isPresent();
    files.stat(BOB, bobs.id(), EntryId.ROOT);
    house.clock.advance(failure.retryAfter().orElseThrow());
    stat();
  }
}
