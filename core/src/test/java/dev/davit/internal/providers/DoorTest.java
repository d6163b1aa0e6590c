package dev.davit.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.internal.providers.Circuit.Outcome;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final Duration LEFT = Duration.ofSeconds(30);
  private static final FarSide FAR =
      new FarSide(
          new ProviderId("webdav"),
          null,
          () -> new CloudException(ErrorKind.UNAVAILABLE, ""),
          () -> {},
          failure -> false);

  private final TurnedTiming timing = new TurnedTiming();
  private final Origins origins = new Origins(2, timing);
  private final Door door = new Door(origins, Duration.ofMillis(1), timing);

  private Door.Pass enter(String server, Operation operation) {
    return door.enter(FAR, server, operation, LEFT);
  }

  @Test
  void moreCallsThanAServerBears_waitAndAreRefused_butNotThoseToAnother() {
    Door.Pass first = enter("a", Operation.LIST);
    enter("a", Operation.STAT);

    CloudException refused =
        catchThrowableOfType(CloudException.class, () -> enter("a", Operation.DELETE));

    assertThat(refused.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(refused.retryAfter()).isPresent();
    enter("b", Operation.LIST).leave();
    first.leave();
    enter("a", Operation.LIST).leave();
  }

  @Test
  void uploads_takeNoPlaceFromCalls() {
    enter("a", Operation.WRITE);
    enter("a", Operation.WRITE);

    assertThat(catchThrowableOfType(CloudException.class, () -> enter("a", Operation.WRITE)))
        .isNotNull();
    enter("a", Operation.LIST).leave();
  }

  @Test
  void callThatIsOver_butStillUnderWay_keepsItsPlace() {
    enter("a", Operation.LIST).end(Outcome.BAD);
    enter("a", Operation.LIST).end(Outcome.BAD);

    assertThat(catchThrowableOfType(CloudException.class, () -> enter("a", Operation.LIST)))
        .isNotNull();
  }

  @Test
  void servers_areForgottenWhenThereAreMany_butNotWhileTheyAreCalled() {
    Door.Pass held = enter("held", Operation.LIST);
    held.end(Outcome.NONE);
    enter("held", Operation.STAT);
    for (int i = 0; i < 5000; i++) {
      enter("server-" + i, Operation.LIST).leave();
    }

    assertThat(origins.size()).isBetween(900, 1001);
    assertThat(catchThrowableOfType(CloudException.class, () -> enter("held", Operation.LIST)))
        .isNotNull();
  }
}
