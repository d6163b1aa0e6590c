package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Connection.Status;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes call, at random times and among random faults, a provider that gives a new refresh
 * token with each answer and ends the grant when an old one comes again: it never has to.
 */
class RefreshModelTest extends RefreshFlow {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          HOUR.minusSeconds(59),
          HOUR.plusSeconds(1));

  private final List<Davit> nodes = List.of(house.davit, house.build(house.vault));
  private boolean operatorAtFault;
  private boolean operatorWasAtFault;

  static List<Integer> seeds() {
    return new Random(5).ints(30).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void R1_R5_R6_randomCallsAmongFaults_neverEndTheGrant(int seed) {
    far.rotate(true);
    far.punishReuse(true);
    Random chance = new Random(seed);
    for (int step = 0; step < 40; step++) {
      act(chance);
      assertSound();
    }
  }

  private void act(Random chance) {
    switch (chance.nextInt(8)) {
      case 0, 1 -> pass(PAUSES.get(chance.nextInt(PAUSES.size())));
      case 2 -> far.expire("ann");
      case 3 -> fault(MemoryOAuthFaults.unavailable(), 2);
      case 4 -> fault(MemoryOAuthFaults.invalidClient(), 1);
      default -> call(nodes.get(chance.nextInt(nodes.size())));
    }
  }

  private void pass(Duration time) {
    house.clock.advance(time);
    operatorWasAtFault = false;
  }

  private void fault(CloudException failure, int times) {
    far.faults().mend();
    far.faults().failNext("refresh", times, failure);
    operatorWasAtFault |= operatorAtFault;
    operatorAtFault = failure.kind() == ErrorKind.MISCONFIGURED;
  }

  private void call(Davit node) {
    try {
      stat(node);
    } catch (CloudException failure) {
      assertThat(failure.kind()).isEqualTo(ErrorKind.MISCONFIGURED);
      assertThat(operatorAtFault || operatorWasAtFault).isTrue();
    }
  }

  private void assertSound() {
    assertThat(far.punished()).isZero();
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(row().version()).isEqualTo(far.refreshes() + 1);
    assertThat(row().leaseHolder()).isNull();
    assertThat(house.changes()).containsExactly("connection.connected");
  }
}
