package dev.davit;

import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.store.Purge;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Uploads in parts of an owner who is purged: their sessions end, too. */
public class PurgeUnfinishedTest extends PartedFlowTest {
  private void assertGone(Purge purge) {
    house.later(Duration.ofMinutes(5));
    house.later(Duration.ofMinutes(5));
    Purge over = house.davit.owners().purgeState(purge.id());
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.documentsDeleted()).isZero();
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.memory.server().unfinished("ann")).isZero();
    PurgeFlowTest.assertNothingHere(house, house.ann());
  }

  @Test
  void D1_unfinishedUpload_isNotKeptForADay() {
    broken(2);
    Purge purge = PurgeFlowTest.purged(house, Duration.ZERO);

    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);
    assertThat(purge.failure()).isEqualTo("waiting for what is under way");
    assertGone(purge);
  }

  @Test
  void D1_uploadInPartsInFlight_ends() {
    int before = faults.calls("append");
    house.hooked.before(
        "append",
        () -> {
          if (faults.calls("append") == before + 2) {
            PurgeFlowTest.purge(house);
          }
        });

    failure(() -> store(content()));

    assertGone(PurgeFlowTest.purge(house));
  }

  @Test
  void D1_uploadInPartsWhoseLastPartIsDone_endsToo() {
    house.hooked.after("finish", () -> PurgeFlowTest.purge(house));

    failure(() -> store(content()));

    assertGone(PurgeFlowTest.purge(house));
  }
}
