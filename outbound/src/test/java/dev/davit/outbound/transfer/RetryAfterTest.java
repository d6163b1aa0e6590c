package dev.davit.outbound.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final String NOW = "Sun, 22 Nov 2026 21:00:00 GMT";

  @ParameterizedTest
  @CsvSource({
    "17,17",
    "0,0",
    "999999999,86400",
    "'Sun, 22 Nov 2026 21:00:30 GMT',30",
    "'Sun, 22 Nov 2026 20:00:00 GMT',0"
  })
  void secondsAndDates_areRead_byTheServersOwnClock(String text, long seconds) {
    assertThat(RetryAfter.of(text, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999"})
  void whatCannotBeRead_isNotSaid(String text) {
    assertThat(RetryAfter.of(text, NOW)).isNull();
  }

  @Test
  void dateWithoutTheServersClock_isOfNoUse() {
    assertThat(RetryAfter.of(NOW, null)).isNull();
    assertThat(RetryAfter.of(null, NOW)).isNull();
  }
}
