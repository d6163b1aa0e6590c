package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The process dies at every step of a purge: whoever goes on ends it, as if nothing had been. */
public class PurgeCrashTest extends PurgeFlowTest {
  private static void prepare(TestHouse fresh) {
    store(fresh, ANN, "own.txt");
    fresh.connectOAuth(ANN, "ann");
    fresh.connectAnnByDefault();
    store(fresh, ANN, "one.txt");
    store(fresh, ANN, "two.txt");
    StartedLogin login = fresh.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    fresh.memory.server().pages().grant(login.page(), "ann2");
  }

  private static boolean dies(TestHouse fresh, int step) {
    fresh.steps.dieAt(step);
    try {
      purged(fresh, Duration.ofMinutes(1));
      return false;
    } catch (Died died) {
      return true;
    } finally {
      fresh.steps.restart();
    }
  }

  /** Another node over the same stores: whoever asked asks again, and the jobs go on. */
  private static Purge goOn(TestHouse fresh) {
    Davit other = fresh.build(fresh.vault);
    Purge known = other.owners().purge(ANN.owner(), ANN);
    for (int i = 0; i < 18; i++) {
      fresh.clock.advance(Duration.ofMinutes(10));
      other.jobs().runDue();
    }
    return other.owners().purgeState(known.id());
  }

  private static void assertGone(TestHouse fresh, Purge over) {
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertNothingHere(fresh, fresh.ann());
    assertThat(fresh.names("ann")).isEmpty();
    assertThat(fresh.ownFiles()).isEmpty();
    assertThat(fresh.oauth.oauth().alive("ann")).isZero();
    assertThat(fresh.flows.kept()).isEmpty();
    assertThat(finals(fresh)).hasSize(1);
    assertThat(detail(finals(fresh).get(0)))
        .contains("\"connections\":2,\"documents_deleted\":3,\"documents_unreachable\":0")
        .contains("\"grants_left\":0");
  }

  /** Dies at one step after the other of a purge of what was prepared; says how many there are. */
  private int dieAtEveryStep(Consumer<TestHouse> prepare, BiConsumer<TestHouse, Purge> check) {
    int step = 0;
    boolean died = true;
    while (died) {
      TestHouse fresh = newHouse();
      prepare.accept(fresh);
      died = dies(fresh, step++);
      check.accept(fresh, goOn(fresh));
    }
    return step;
  }

  @Test
  void D2_diedAtEveryStep_endsCleanWithExactlyOneEntry() {
    int steps = dieAtEveryStep(PurgeCrashTest::prepare, PurgeCrashTest::assertGone);
    assertThat(steps).isGreaterThan(30);
  }

  /** A grant that nobody can end, at the moment when that is given up. */
  private static void prepareAGrantToGiveUp(TestHouse fresh) {
    fresh.connectAnn();
    StartedLogin login = fresh.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    fresh.memory.server().pages().grant(login.page(), "ann2");
    fresh.memory.server().faults().fail("revoke", ErrorKind.ADDRESS_REFUSED);
    purged(fresh, Duration.ofMinutes(1));
    fresh.clock.advance(Duration.ofDays(7));
  }

  @Test
  void D2_diedAtEveryStepOfGivingUp_namesEveryGrantOnce() {
    int steps =
        dieAtEveryStep(PurgeCrashTest::prepareAGrantToGiveUp, PurgeCrashTest::assertBothNamed);
    assertThat(steps).isGreaterThan(10);
  }

  private static void assertBothNamed(TestHouse fresh, Purge over) {
    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.grantsLeft()).isEqualTo(2);
    assertThat(over.failure()).isEqualTo("given up: memory");
    assertNothingHere(fresh, fresh.ann());
    assertThat(fresh.flows.kept()).isEmpty();
    assertThat(finals(fresh)).hasSize(1);
  }

  private static void prepareALogin(TestHouse fresh) {
    StartedLogin login = fresh.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    fresh.memory.server().pages().grant(login.page(), "ann");
    fresh.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);
    purged(fresh, Duration.ofMinutes(1));
    fresh.memory.server().faults().mend();
  }

  @Test
  void D2_diedAtEveryStepOfALoginThatWasGranted_itsGrantIsEnded() {
    int steps = dieAtEveryStep(PurgeCrashTest::prepareALogin, PurgeCrashTest::assertGrantEnded);
    assertThat(steps).isGreaterThan(10);
  }

  private static void assertGrantEnded(TestHouse fresh, Purge over) {
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(fresh.memory.server().faults().calls("revoke")).isGreaterThan(1);
    assertThat(fresh.flows.kept()).isEmpty();
  }
}
