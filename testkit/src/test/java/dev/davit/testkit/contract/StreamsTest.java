package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final int PIECE = 64 * 1024;

  @Test
  void sameBytes_areTheSame() throws IOException {
    for (int size : new int[] {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE}) {
      Streams.assertSame(zeros(size), zeros(size));
    }
  }

  @Test
  void fewerOrMoreBytes_areNotTheSame() {
    for (int size : new int[] {1, PIECE, PIECE + 1, 3 * PIECE}) {
      assertOther(zeros(size - 1), zeros(size), size - 1);
      assertOther(zeros(size + 1), zeros(size), size);
    }
  }

  @Test
  void anotherByte_isNamed() {
    byte[] other = new byte[2 * PIECE];
    other[PIECE + 7] = 1;

    assertOther(new ByteArrayInputStream(other), zeros(2 * PIECE), PIECE + 7);
  }

  private static ByteArrayInputStream zeros(int size) {
    return new ByteArrayInputStream(new byte[size]);
  }

  private static void assertOther(
      ByteArrayInputStream found, ByteArrayInputStream expected, int at) {
    assertThatThrownBy(() -> Streams.assertSame(found, expected))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith(" at " + at);
  }
}
