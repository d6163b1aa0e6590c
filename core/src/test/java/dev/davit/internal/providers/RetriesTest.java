package dev.davit.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Duration PLENTY = Duration.ofHours(1);

  private final TurnedTiming timing = new TurnedTiming();
  private final Retries retries = new Retries(20, timing);

  private Duration pause(int tried) {
    CloudException failure = new CloudException(ErrorKind.UNAVAILABLE, "Not now.");
    return retries.pause(Operation.STAT, failure, tried, PLENTY).orElseThrow();
  }

  @Test
  void pause_isAnythingFromNothingToAnEverLongerTime_upToTwoSeconds() {
    assertThat(pause(1)).isZero();
    timing.chance = Math.nextDown(1.0);

    long[] most = {250, 500, 1000, 2000, 2000, 2000};
    for (int tried = 1; tried <= most.length; tried++) {
      assertThat(pause(tried).toNanos())
          .isBetween(most[tried - 1] * 999_999, most[tried - 1] * 1_000_000);
    }
  }

  @Test
  void operations_thatMayBeSentTwice_areThoseThatChangeNothingMore() {
    CloudException failure = new CloudException(ErrorKind.UNAVAILABLE, "Not now.");

    for (Operation operation : Operation.values()) {
      assertThat(retries.pause(operation, failure, 1, PLENTY).isPresent())
          .as(operation.word())
          .isEqualTo(
              switch (operation) {
                case REFRESH,
                    LIST,
                    STAT,
                    READ,
                    RECOVER,
                    QUOTA,
                    SEARCH,
                    CHANGES,
                    APPEND,
                    WHERE,
                    FINISH,
                    CANCEL ->
                    true;
                case VERIFY,
                    EXCHANGE,
                    REVOKE,
                    START_LOGIN,
                    POLL_LOGIN,
                    CREATE_FOLDER,
                    WRITE,
                    BEGIN_UPLOAD,
                    MOVE,
                    COPY,
                    DELETE ->
                    false;
              });
    }
  }
}
