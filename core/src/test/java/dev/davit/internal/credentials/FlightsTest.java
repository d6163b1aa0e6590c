package dev.davit.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.davit.internal.providers.Timing;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FlightsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final VersionedCredential SECOND = new VersionedCredential(2, SecretFields.NONE);

  private final Flights flights = new Flights(Timing.SYSTEM);

  @Test
  void flights_thatEnded_areForgottenBeyondAThousand_butNoneThatIsUnderWay() throws Exception {
    CompletableFuture<VersionedCredential> slow = new CompletableFuture<>();
    ConnectionId first = new ConnectionId("slow");
    CompletableFuture<VersionedCredential> waiter =
        CompletableFuture.supplyAsync(() -> flights.join(first, 0, PATIENCE, slow::join));
    while (!flights.isUnderWay(first)) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 1500; i++) {
      flights.join(new ConnectionId("c" + i), flights.ended(), PATIENCE, () -> SECOND);
    }

    assertThat(flights.size()).isEqualTo(1000);
    assertThat(flights.isUnderWay(first)).isTrue();
    slow.complete(SECOND);
    assertThat(result(waiter)).isEqualTo(SECOND);
    assertThat(flights.isUnderWay(first)).isFalse();
  }

  private static VersionedCredential result(CompletableFuture<VersionedCredential> waiter)
      throws InterruptedException, ExecutionException, TimeoutException {
    return waiter.get(60, TimeUnit.SECONDS);
  }

  @Test
  void flight_thatCrashed_isInNobodysWay() {
    ConnectionId id = new ConnectionId("c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flights.join(id, flights.ended(), PATIENCE, FlightsTest::crash));

    assertThat(flights.isUnderWay(id)).isFalse();
    assertThat(flights.join(id, 0, PATIENCE, () -> SECOND)).isEqualTo(SECOND);
  }

  private static VersionedCredential crash() {
    throw new IllegalArgumentException("a bug");
  }
}
