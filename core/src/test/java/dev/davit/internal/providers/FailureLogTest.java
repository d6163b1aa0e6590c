package dev.davit.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private static final class Words extends IOException implements Explained {
    private static final long serialVersionUID = 1L;

    private final String words;

    Words(String words) {
      super("a secret");
      this.words = words;
    }

    @Override
    public String reason() {
      return words;
    }
  }

  private static String line(Throwable cause) {
    return FailureLog.causes(new CloudException(ErrorKind.UNAVAILABLE, "Try again.", cause));
  }

  @Test
  void causes_areNamedInTheirOrder_inTheirOwnWordsOnlyWhereTheseAreMeantForTheLog() {
    Throwable inner = new Words("the name has no address (x.example:443)");
    inner.initCause(new IOException("a secret"));

    assertThat(line(new CloudException(ErrorKind.ADDRESS_REFUSED, "a secret", inner)))
        .isEqualTo(
            "UNAVAILABLE <- ADDRESS_REFUSED <- the name has no address (x.example:443)"
                + " <- java.io.IOException");
  }

  @Test
  void causes_stayOneShortPrintableLine() {
    String line = line(new Words("a\r\nWARN forged \u001b[2J\u2028\\" + "x".repeat(10_000)));

    assertThat(line)
        .startsWith("UNAVAILABLE <- a\\u{d}\\u{a}WARN forged \\u{1b}[2J\\u{2028}\\u{5c}xxx")
        .matches("[ -~]{1,500}");
  }

  @Test
  void causes_withoutEnd_areCutOff() {
    IOException one = new IOException();
    one.initCause(new IOException(one));

    assertThat(line(one).split("<-", -1)).hasSize(8);
  }
}
