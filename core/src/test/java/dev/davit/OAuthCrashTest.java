package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process dies at every step of a connect: what is there is whole, and a new one works. */
public class OAuthCrashTest extends FlowTest {
  /** Connects, dying at a step; says whether it died. */
  private static boolean dies(TestHouse fresh, int step, boolean elsewhere) {
    fresh.steps.dieAt(step);
    try {
      if (elsewhere) {
        OAuth oauth = fresh.davit.oauth();
        StartedOAuth started = oauth.startElsewhere(ANN, OAUTH);
        Secret handle = oauth.park(answer(fresh.oauth.oauth().consent(started.page(), "ann")), "");
        oauth.complete(ANN, handle);
      } else {
        fresh.connectOAuth(ANN, "ann");
      }
      return false;
    } catch (Died died) {
      return true;
    } finally {
      fresh.steps.restart();
    }
  }

  private void atEveryStep(boolean elsewhere, int atLeast) {
    int step = 0;
    boolean died = true;
    while (died) {
      TestHouse fresh = newHouse();
      died = dies(fresh, step++, elsewhere);
      assertWhole(fresh);
    }
    assertThat(step).isGreaterThan(atLeast);
  }

  private static void assertWhole(TestHouse fresh) {
    List<Connection> left = fresh.davit.connections().list(ANN);
    assertThat(left).hasSizeLessThanOrEqualTo(1);
    left.forEach(connection -> assertThat(works(fresh, connection)).isTrue());
    Connection again = fresh.connectOAuth(ANN, "ann");
    assertThat(fresh.davit.connections().list(ANN)).containsExactly(again);
    assertThat(works(fresh, again)).isTrue();
    assertThat(fresh.oauth.oauth().punished()).isZero();
  }

  private static boolean works(TestHouse fresh, Connection connection) {
    return fresh
        .davit
        .files()
        .list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT))
        .entries()
        .isEmpty();
  }

  @Test
  void O4_connect_leavesNothingHalf_andSendsNoCodeTwice() {
    atEveryStep(false, 5);
  }

  @Test
  void O4_connectFromElsewhere_leavesNothingHalf_andSendsNoCodeTwice() {
    atEveryStep(true, 7);
  }
}
