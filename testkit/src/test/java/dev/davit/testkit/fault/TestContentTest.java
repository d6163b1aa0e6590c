package dev.davit.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TestContentTest {
  @Test
  void open_twice_isRefused_unlessItRepeats() throws IOException {
    TestContent once = TestContent.of("x");
    once.open().close();
    assertThatThrownBy(once::open).isInstanceOf(IllegalStateException.class);
    assertThat(once.opened()).isEqualTo(2);
    TestContent again = TestContent.of("x").withRepeats();
    again.open().close();
    assertThat(again.open().readAllBytes()).isEqualTo(new byte[] {'x'});
    assertThat(again.closed()).isEqualTo(1);
  }

  @Test
  void generated_isTheSameEachTime_howeverItIsRead() throws IOException {
    byte[] all = TestContent.generated(1000).open().readAllBytes();
    InputStream byteByByte = TestContent.generated(1000).open();
    byte[] again = new byte[1000];
    for (int i = 0; i < again.length; i++) {
      again[i] = (byte) byteByByte.read();
    }
    assertThat(byteByByte.read()).isEqualTo(-1);
    assertThat(again).isEqualTo(all);
    assertThat(Arrays.copyOf(all, 500)).isNotEqualTo(Arrays.copyOfRange(all, 500, 1000));
  }

  @Test
  void withFailureAt_givesWhatIsBefore_andThenFails() throws IOException {
    IOException failure = new IOException("no more");
    InputStream in = TestContent.generated(100).withFailureAt(60, failure).open();
    assertThat(in.readNBytes(60)).hasSize(60);
    assertThatThrownBy(in::read).isSameAs(failure);
  }

  @Test
  void withFailureAt_theEnd_failsInPlaceOfTheEnd() throws IOException {
    RuntimeException failure = new IllegalStateException("no end");
    InputStream in = TestContent.of("abc").withFailureAt(3, failure).open();
    assertThat(in.readNBytes(3)).hasSize(3);
    assertThatThrownBy(in::read).isSameAs(failure);
  }

  @Test
  void size_isWhatItWasToldToSay() {
    assertThat(TestContent.of("abc").size()).hasValue(3);
    assertThat(TestContent.of("abc").withDeclaredSize(5).size()).hasValue(5);
    assertThat(TestContent.of("abc").withUnknownSize().size()).isEmpty();
  }
}
