package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StartFaultsTest {
  private final StartFaults faults = new StartFaults();

  private static Supplier<String> failing(String message) {
    return () -> {
      throw new CloudException(ErrorKind.UNAVAILABLE, message);
    };
  }

  @Test
  void whatOpened_isThere() {
    Supplier<String> opened = faults.attempt("See A.", () -> "opened");

    assertThatCode(faults::check).doesNotThrowAnyException();
    assertThat(opened.get()).isEqualTo("opened");
  }

  @Test
  void allThatFailed_isSaidAtOnce_aLineEach() {
    Supplier<String> one = faults.attempt("See A.", failing("one."));
    assertThatThrownBy(faults::check).hasMessage("one. See A.");
    faults.attempt("See B.", failing("two."));

    assertThatThrownBy(faults::check)
        .isInstanceOf(CloudException.class)
        .hasMessage("one. See A." + System.lineSeparator() + "two. See B.")
        .extracting("kind")
        .isEqualTo(ErrorKind.MISCONFIGURED);
    assertThatThrownBy(one::get).hasMessage("one. See A.");
  }
}
