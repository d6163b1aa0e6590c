package dev.davit.internal.providers;

import static dev.davit.internal.providers.Circuit.Outcome.BAD;
import static dev.davit.internal.providers.Circuit.Outcome.GOOD;
import static dev.davit.internal.providers.Circuit.Outcome.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.providers.Circuit.Answer;
import dev.davit.internal.providers.Circuit.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final TurnedTiming timing = new TurnedTiming();
  private final Circuit circuit = new Circuit(timing);

  private boolean call(Outcome outcome) {
    Answer answer = circuit.enter();
    return answer.admitted() && !circuit.ended(answer.probe(), outcome);
  }

  private void open() {
    for (int i = 1; i < Circuit.FAILURES; i++) {
      assertThat(call(BAD)).isTrue();
    }
    assertThat(circuit.ended(circuit.enter().probe(), BAD)).isTrue();
  }

  @Test
  void failuresInARow_open_andASuccessBetweenThemDoesNot() {
    for (int i = 1; i < Circuit.FAILURES; i++) {
      call(BAD);
    }
    call(GOOD);
    open();

    assertThat(circuit.enter().rest()).isEqualTo(Circuit.REST);
  }

  @Test
  void failuresFarApart_areForgotten() {
    for (int i = 0; i < 3 * Circuit.FAILURES; i++) {
      assertThat(call(BAD)).isTrue();
      timing.sleep(Circuit.MEMORY.plusNanos(1));
    }
  }

  @Test
  void whatTellsNothing_countsForNothing() {
    for (int i = 1; i < Circuit.FAILURES; i++) {
      call(BAD);
      call(NONE);
    }
    assertThat(circuit.ended(circuit.enter().probe(), BAD)).isTrue();
  }

  @Test
  void afterItsRest_oneCallTries_andTheOthersWait() {
    open();
    timing.sleep(Circuit.REST.minusNanos(1));
    assertThat(circuit.enter().rest()).isEqualTo(Duration.ofNanos(1));
    timing.sleep(Duration.ofNanos(1));

    Answer probe = circuit.enter();

    assertThat(probe.admitted() && probe.probe()).isTrue();
    assertThat(circuit.enter().admitted()).isFalse();
    circuit.ended(true, GOOD);
    assertThat(call(GOOD)).isTrue();
    assertThat(circuit.enter().admitted()).isTrue();
  }

  @Test
  void probeThatFails_opensAgain_andOneThatTellsNothingLeavesItToTheNext() {
    open();
    timing.sleep(Circuit.REST);
    circuit.ended(circuit.enter().probe(), NONE);
    Answer next = circuit.enter();
    assertThat(next.probe()).isTrue();

    assertThat(circuit.ended(true, BAD)).isTrue();
    assertThat(circuit.enter().rest()).isEqualTo(Circuit.REST);
  }

  @Test
  void lateFailures_doNotProlongTheRest_andALateSuccessEndsIt() {
    Answer late = circuit.enter();
    open();
    timing.sleep(Circuit.REST.minusSeconds(1));
    circuit.ended(late.probe(), BAD);
    assertThat(circuit.enter().rest()).isEqualTo(Duration.ofSeconds(1));

    circuit.ended(false, GOOD);
    assertThat(circuit.enter().admitted()).isTrue();
  }
}
