package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.fault.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines that are dropped, cut or slow, where there is one. */
interface LineFaultRules extends WireFixture {
  /** Of an answer's body: less than any that says something has. */
  long A_FEW_BYTES = 30;

  @Test
  default void dropped_isOutOfReach() {
    onTheWire(
        wire -> {
          Place place = place();
          for (Deed deed : WireFixture.allDeeds()) {
            Exception failure = failure(wire, deed, place, WireFault.dropped());
            assertThat(WireFixture.kindOf(failure))
                .as("%s while the line is dropped: %s", deed, failure)
                .isEqualTo(ErrorKind.UNAVAILABLE);
          }
          assertThat(content(place)).isEqualTo(Place.CONTENT);
        });
  }

  @Test
  default void dropped_atAnyRequest_leavesTheOldOrTheNew() {
    onTheWire(
        wire -> {
          for (Deed deed : Deed.CHANGING) {
            sweep(wire, deed, WireFault.dropped(), ErrorKind.UNAVAILABLE);
          }
        });
  }

  @Test
  default void lostAnswer_leavesTheOldOrTheNew_andIsNoConflictWithOneself() {
    onTheWire(
        wire -> {
          for (Deed deed : Deed.CHANGING) {
            sweep(wire, deed, WireFault.lost(), ErrorKind.UNAVAILABLE);
          }
        });
  }

  @Test
  default void cutAnswer_isNeverTakenForAWholeOne() {
    onTheWire(
        wire -> {
          for (Deed deed : WireFixture.allDeeds()) {
            WireFault cut = WireFault.cutAfter(A_FEW_BYTES);
            sweep(wire, deed, cut, ErrorKind.UNAVAILABLE, ErrorKind.PROTOCOL);
          }
          for (Deed deed : Deed.READING) {
            sweep(wire, deed, WireFault.cutAfter(Place.OLD.length() / 2), ErrorKind.UNAVAILABLE);
          }
        });
  }

  @Test
  default void silence_ends() {
    onTheWire(wire -> assertEnds(wire, WireFixture.allDeeds(), WireFault.silent()));
  }

  @Test
  default void answerThatStallsOrDrips_ends() {
    onTheWire(
        wire -> {
          assertEnds(wire, answeredAtLength(), WireFault.stalledAfter(A_FEW_BYTES));
          assertEnds(wire, Deed.READING, WireFault.stalledAfter(A_FEW_BYTES));
          assertEnds(wire, answeredAtLength(), WireFault.dripping(Duration.ofMillis(20)));
          assertEnds(wire, Deed.READING, WireFault.dripping(Duration.ofMillis(20)));
        });
  }

  @Test
  default void answerWithoutBody_hasNothingThatStalls() {
    onTheWire(
        wire -> {
          Place place = place();
          wire.faults().always(WireFault.stalledAfter(A_FEW_BYTES));
          if (traits().has(Deviation.STATS_WITHOUT_BODY)) {
            assertThat(storage().stat(place.old().id())).isEqualTo(place.old());
          }
          wire.faults().mend();
        });
  }

  /** The calls that change nothing whose answers have a body. */
  private List<Deed> answeredAtLength() {
    boolean all = !traits().has(Deviation.STATS_WITHOUT_BODY);
    return Deed.LOOKING.stream().filter(deed -> all || !deed.name().equals("stat")).toList();
  }

  /** Does all of them at the same time: each waits for as long as it may. */
  private void assertEnds(StorageWire wire, List<Deed> deeds, WireFault fault) {
    Place place = place();
    Storage hurried = wire.hurried().open(setup().credentials());
    wire.faults().always(fault);
    List<Together.Running<Optional<Exception>>> running =
        deeds.stream()
            .map(deed -> Together.start(() -> WireFixture.attempted(hurried, deed, place)))
            .toList();
    for (int i = 0; i < deeds.size(); i++) {
      assertFailed(wire, "%s with %s".formatted(deeds.get(i), fault), running.get(i));
    }
    wire.faults().mend();
    assertThat(content(place)).as("after %s", fault).isEqualTo(Place.CONTENT);
  }

  private void assertFailed(
      StorageWire wire, String what, Together.Running<Optional<Exception>> running) {
    Optional<Exception> failure = running.get(wire.patience());
    assertThat(failure).as(what).isPresent();
    assertThat(WireFixture.kindOf(failure.orElseThrow()))
        .as("%s: %s", what, failure)
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertTellsNothing(wire, failure.orElseThrow());
  }
}
