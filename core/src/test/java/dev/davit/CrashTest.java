package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Document;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The process dies at every step, one after the other: before and after each commit, before and
 * after each call to a provider. After a restart and some time nothing half is left.
 */
public class CrashTest extends FlowTest {
  /** Dies at each step of the work in turn, each time in a new house; says how many there were. */
  private int atEveryStep(
      Consumer<TestHouse> prepare, Consumer<TestHouse> work, Consumer<TestHouse> check) {
    for (int step = 0; ; step++) {
      TestHouse fresh = newHouse();
      prepare.accept(fresh);
      fresh.steps.dieAt(step);
      boolean died = dies(fresh, work);
      fresh.steps.restart();
      settle(fresh);
      check.accept(fresh);
      if (!died) {
        return step;
      }
    }
  }

  private static boolean dies(TestHouse fresh, Consumer<TestHouse> work) {
    try {
      work.accept(fresh);
      return false;
    } catch (Died died) {
      return true;
    }
  }

  private static void settle(TestHouse fresh) {
    for (int i = 0; i < 6; i++) {
      fresh.later(Duration.ofMinutes(10));
    }
    assertThat(fresh.isIdle()).isTrue();
  }

  private static void store(TestHouse fresh) {
    fresh
        .davit
        .documents()
        .store(ANN, new NewDocument("report.pdf", "text/plain", TestContents.once("report")));
  }

  /** What is listed is there whole, and nothing else is. */
  private static void assertWhole(TestHouse fresh, List<String> files) {
    List<Document> listed = fresh.davit.documents().list(ANN, 10, null).documents();
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(listed.stream().map(Document::storedName).toList());
    for (Document document : listed) {
      assertThat(text(fresh.davit.documents().read(ANN, document.id(), null))).isEqualTo("report");
    }
  }

  @Test
  void store_inAConnection_leavesNothingHalf() {
    int steps =
        atEveryStep(
            TestHouse::connectAnnByDefault,
            CrashTest::store,
            fresh -> {
              assertWhole(fresh, fresh.names("ann"));
              assertThat(fresh.memory.server().unfinished("ann")).isZero();
            });
    assertThat(steps).isGreaterThanOrEqualTo(10);
  }

  @Test
  void store_inTheApplicationsOwnStorage_leavesNothingHalf() {
    int steps =
        atEveryStep(
            fresh -> {},
            CrashTest::store,
            fresh -> assertWhole(fresh, fresh.ownFiles().stream().map(Entry::name).toList()));
    assertThat(steps).isGreaterThanOrEqualTo(10);
  }

  @Test
  void store_besideAForeignFile_leavesThatAlone() {
    atEveryStep(
        fresh -> {
          fresh.connectAnnByDefault();
          fresh.put("ann", "report.pdf", "report");
          fresh.clock.advance(Duration.ofDays(1));
        },
        CrashTest::store,
        fresh -> assertThat(fresh.names("ann")).contains("report.pdf"));
  }

  @Test
  void store_lineDeadThenDeath_leavesNothing() {
    atEveryStep(
        fresh -> {
          fresh.connectAnnByDefault();
          fresh.memory.server().faults().breakOffNextWrite(3);
        },
        CrashTest::storeInVain,
        fresh -> {
          assertThat(fresh.names("ann")).isEmpty();
          assertThat(fresh.memory.server().unfinished("ann")).isZero();
        });
  }

  private static void storeInVain(TestHouse fresh) {
    try {
      store(fresh);
      throw new AssertionError("the line was dead");
    } catch (CloudException expected) {
      assertThat(expected.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }
  }

  @Test
  void delete_isDoneOrNotBegun() {
    int steps =
        atEveryStep(
            fresh -> {
              fresh.connectAnnByDefault();
              store(fresh);
            },
            fresh -> {
              Document document = fresh.davit.documents().list(ANN, 1, null).documents().get(0);
              fresh.davit.documents().delete(ANN, document.id());
            },
            fresh -> assertWhole(fresh, fresh.names("ann")));
    assertThat(steps).isGreaterThanOrEqualTo(4);
  }

  @Test
  void connect_isWholeOrNothing() {
    atEveryStep(
        fresh -> {},
        TestHouse::connectAnn,
        fresh -> {
          List<Connection> connections = fresh.davit.connections().list(ANN);
          assertThat(fresh.actions()).hasSize(connections.size());
          for (Connection connection : connections) {
            assertThat(fresh.davit.connections().check(ANN, connection.id()).status())
                .isEqualTo(Status.ACTIVE);
          }
        });
  }

  /**
   * Only death between the server's answer and our commit can't be healed by anyone: then there is
   * no connection, and the log-in comes to its end.
   */
  @Test
  void login_isWholeOrNothing_andDeathSparesWhatIsNotGrantedYet() {
    Map<Integer, Integer> made = new TreeMap<>();
    StartedLogin[] login = new StartedLogin[1];
    int steps =
        atEveryStep(
            fresh -> login[0] = beginLogin(fresh),
            fresh -> pollLogin(fresh, login[0]),
            fresh -> {
              List<Connection> connections = fresh.davit.connections().list(ANN);
              made.merge(connections.size(), 1, Integer::sum);
              assertThat(fresh.flows.kept()).isEmpty();
              assertThat(connections)
                  .allSatisfy(c -> assertThat(c.status()).isEqualTo(Status.ACTIVE));
            });
    assertThat(steps).isGreaterThanOrEqualTo(5);
    assertThat(made).containsOnlyKeys(0, 1);
  }

  private static StartedLogin beginLogin(TestHouse fresh) {
    StartedLogin login = fresh.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    fresh.memory.server().pages().grant(login.page(), "ann");
    return login;
  }

  private static void pollLogin(TestHouse fresh, StartedLogin login) {
    fresh.davit.connections().pollLogin(ANN, MEMORY, login.flow());
  }

  @Test
  void login_diedBeforeTheGrant_goesOnAfterARestart() {
    TestHouse fresh = newHouse();
    StartedLogin login = fresh.davit.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    fresh.steps.dieAt(1);
    assertThat(dies(fresh, house -> pollLogin(house, login))).isTrue();
    fresh.steps.restart();
    fresh.memory.server().pages().grant(login.page(), "ann");
    fresh.clock.advance(Duration.ofMinutes(1));

    assertThat(fresh.davit.connections().pollLogin(ANN, MEMORY, login.flow())).isPresent();
  }

  @Test
  void disconnect_isDoneOrNotBegun() {
    int steps =
        atEveryStep(
            TestHouse::connectAnn,
            fresh -> {
              Connection connection = fresh.davit.connections().list(ANN).get(0);
              fresh.davit.connections().disconnect(ANN, connection.id());
            },
            fresh -> {
              List<Connection> connections = fresh.davit.connections().list(ANN);
              assertThat(connections)
                  .allSatisfy(c -> assertThat(c.status()).isEqualTo(Status.ACTIVE));
              assertThat(fresh.actions()).hasSize(connections.isEmpty() ? 2 : 1);
            });
    assertThat(steps).isGreaterThanOrEqualTo(4);
  }
}
