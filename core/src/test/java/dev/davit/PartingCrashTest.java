package dev.davit;

import static dev.davit.TestHouse.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies at every step of a disconnect: the next one ends it. */
public class PartingCrashTest extends FlowTest {
  private static boolean dies(TestHouse fresh, Connection left, DocumentsThen then, int step) {
    fresh.steps.dieAt(step);
    try {
      fresh.davit.connections().disconnect(ANN, left.id(), then);
      fresh.later(Duration.ofMinutes(1));
      return false;
    } catch (Died died) {
      return true;
    } finally {
      fresh.steps.restart();
    }
  }

  /** Another node over the same stores, at which the owner asks again. */
  private static void goOn(TestHouse fresh, Connection left, DocumentsThen then) {
    Davit other = fresh.build(fresh.vault);
    if (!other.connections().list(ANN).isEmpty()) {
      other.connections().disconnect(ANN, left.id(), then);
    }
    for (int i = 0; i < 6; i++) {
      fresh.clock.advance(Duration.ofMinutes(10));
      other.jobs().runDue();
    }
  }

  private static void assertDone(TestHouse fresh, DocumentsThen then, List<Document> documents) {
    switch (then) {
      case MOVE -> {
        for (Document document : documents) {
          PartingFlowTest.assertMoved(fresh, document, null);
        }
        assertThat(fresh.names("ann")).isEmpty();
        assertThat(fresh.ownFiles()).hasSize(documents.size());
      }
      case DELETE -> {
        assertThat(fresh.names("ann")).isEmpty();
        assertThat(fresh.davit.documents().list(ANN, 10, null).documents()).isEmpty();
      }
      default -> {
        assertThat(fresh.names("ann")).hasSize(documents.size());
        assertThat(fresh.davit.documents().list(ANN, 10, null).documents()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"KEEP", "MOVE", "DELETE"})
  void D3_diedAtEveryStep_isDone_andEachDocumentIsInOnePlace(DocumentsThen then) {
    int step = 0;
    boolean died = true;
    while (died) {
      TestHouse fresh = newHouse();
      Connection left = fresh.connectAnnByDefault();
      List<Document> documents =
          List.of(PurgeFlowTest.store(fresh, ANN, "one"), PurgeFlowTest.store(fresh, ANN, "two"));
      died = dies(fresh, left, then, step++);
      goOn(fresh, left, then);
      PartingFlowTest.assertGone(fresh, left);
      assertDone(fresh, then, documents);
    }
    assertThat(step).isGreaterThan(then == DocumentsThen.KEEP ? 12 : 16);
  }
}
