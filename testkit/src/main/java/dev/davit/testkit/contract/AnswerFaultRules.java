package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.testkit.fault.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers that say no, or make no sense, where there is a line on which they come. */
interface AnswerFaultRules extends WireFixture {
  @Test
  default void status_hasItsKind() {
    onTheWire(
        wire -> {
          Place place = place();
          for (Deed deed : WireFixture.allDeeds()) {
            assertStatus(wire, deed, place, 403, denied(wire));
            assertStatus(wire, deed, place, 404, ErrorKind.NOT_FOUND);
            assertStatus(wire, deed, place, 409, conflicts());
            assertStatus(wire, deed, place, 412, preconditions());
            assertStatus(wire, deed, place, 423, ErrorKind.LOCKED);
            assertStatus(wire, deed, place, 429, ErrorKind.RATE_LIMITED);
            assertStatus(wire, deed, place, 507, ErrorKind.QUOTA_EXCEEDED);
            for (int broken : new int[] {500, 502, 503, 504}) {
              assertStatus(wire, deed, place, broken, ErrorKind.UNAVAILABLE);
            }
          }
          assertThat(content(place)).isEqualTo(Place.CONTENT);
        });
  }

  @Test
  default void status_thatSaysWhenToComeAgain_saysSoHere_andIsNotAskedAgain() {
    onTheWire(
        wire -> {
          Place place = place();
          for (Deed deed : WireFixture.allDeeds()) {
            for (int status : new int[] {429, 503}) {
              Exception failure = failure(wire, deed, place, status(status, "Retry-After", "7"), 2);
              assertThat(failure).isInstanceOf(CloudException.class);
              assertThat(((CloudException) failure).retryAfter())
                  .as("%s with %s", deed, status)
                  .contains(Duration.ofSeconds(7));
            }
          }
        });
  }

  @Test
  default void status_inTheMiddle_leavesTheOldOrTheNew() {
    onTheWire(
        wire -> {
          for (Deed deed : Deed.CHANGING) {
            sweep(wire, deed, status(404), missing());
            sweep(wire, deed, status(409), conflicts());
            sweep(wire, deed, status(412), preconditions());
            sweep(wire, deed, status(423), ErrorKind.LOCKED);
            sweep(wire, deed, status(500), ErrorKind.UNAVAILABLE);
          }
        });
  }

  @Test
  default void status_ofAGatewayThatLostPatience_leavesTheOldOrTheNew() {
    onTheWire(
        wire -> {
          for (Deed deed : Deed.CHANGING) {
            sweep(wire, deed, WireFault.answerAfterwards(504), ErrorKind.UNAVAILABLE);
          }
        });
  }

  @Test
  default void html_isNoAnswer() {
    onTheWire(
        wire -> {
          Place place = place();
          for (List<Deed> deeds : List.of(Deed.LOOKING, Deed.CHANGING)) {
            for (Deed deed : deeds) {
              Exception failure = failure(wire, deed, place, html());
              assertThat(WireFixture.kindOf(failure))
                  .as("%s with a page for people: %s", deed, failure)
                  .isEqualTo(ErrorKind.PROTOCOL);
            }
          }
          assertThat(content(place)).isEqualTo(Place.CONTENT);
        });
  }

  @Test
  default void html_inTheMiddle_isNotTakenForDone() {
    onTheWire(
        wire -> {
          for (Deed deed : Deed.CHANGING) {
            sweep(wire, deed, html(), ErrorKind.PROTOCOL);
          }
        });
  }

  private void assertStatus(
      StorageWire wire, Deed deed, Place place, int status, ErrorKind... kinds) {
    Exception failure = failure(wire, deed, place, status(status));
    assertThat(WireFixture.kindOf(failure))
        .as("%s with status %d: %s", deed, status, failure)
        .isIn(Set.of(kinds));
  }

  /** Whose fault it is that something may not be done there. */
  private static ErrorKind denied(StorageWire wire) {
    return wire.refused() == null ? ErrorKind.MISCONFIGURED : ErrorKind.PROVIDER_DENIED;
  }

  /** What something that is not there in the middle of a call may be taken for. */
  private static ErrorKind[] missing() {
    return new ErrorKind[] {ErrorKind.NOT_FOUND, ErrorKind.PROTOCOL, ErrorKind.CONFLICT};
  }

  /** What a status for something in the way may be taken for: at some servers, a missing folder. */
  private static ErrorKind[] conflicts() {
    return new ErrorKind[] {ErrorKind.CONFLICT, ErrorKind.NOT_FOUND, ErrorKind.PROTOCOL};
  }

  /** What a failed precondition may be taken for, where none or another was set. */
  private static ErrorKind[] preconditions() {
    return new ErrorKind[] {ErrorKind.PRECONDITION_FAILED, ErrorKind.CONFLICT, ErrorKind.PROTOCOL};
  }

  private static WireFault status(int status) {
    return WireFault.answer(status, Map.of("Content-Type", "text/plain"), CANARY);
  }

  private static WireFault status(int status, String header, String value) {
    return WireFault.answer(status, Map.of(header, value), CANARY);
  }

  private static WireFault html() {
    return WireFault.html(CANARY);
  }
}
