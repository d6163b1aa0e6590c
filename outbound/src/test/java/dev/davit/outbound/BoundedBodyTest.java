package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.outbound.BoundedBody.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  @Test
  void S4_bodyAsLargeAsAllowed_isReadWhole() throws IOException {
    byte[] body = new byte[1000];
    assertThat(bounded(body, 1000).readAllBytes()).isEqualTo(body);
    assertThat(bounded(new byte[0], 0).read()).isEqualTo(-1);
    assertThat(bounded(body, Long.MAX_VALUE).readAllBytes()).isEqualTo(body);
  }

  @Test
  void S4_oneByteMore_endsIt() throws IOException {
    InputStream body = bounded(new byte[1001], 1000);
    assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyLimitException.class);
    assertThatThrownBy(body::read).isInstanceOf(BodyLimitException.class);
  }

  @Test
  void S4_skippedBytes_countToo() {
    InputStream body = bounded(new byte[1001], 1000);
    assertThatThrownBy(() -> body.skipNBytes(1001)).isInstanceOf(BodyLimitException.class);
    InputStream single = bounded(new byte[2], 1);
    assertThatThrownBy(
            () -> {
              assertThat(single.read()).isZero();
              single.read();
            })
        .isInstanceOf(BodyLimitException.class);
  }

  @Test
  void S4_inflatedBody_isCappedBeyondItsWireSize() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    InputStream wire = bounded(bomb.toByteArray(), 1 << 20);
    InputStream body = new BoundedBody(new GZIPInputStream(wire), Limits.size(8 << 20));
    assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(BodyLimitException.class);
  }

  @Test
  void S4_drip_endsAfterOneWindow() throws IOException {
    Drip drip = new Drip(Duration.ofSeconds(1));
    InputStream body = drip.bounded(new Limits(1000, 100, WINDOW));
    for (int second = 0; second < 9; second++) {
      assertThat(body.read()).isZero();
    }
    assertThatThrownBy(body::read)
        .isInstanceOf(BodyLimitException.class)
        .hasMessageContaining("100 bytes a second");
  }

  @Test
  void S4_dripAfterABurst_endsAfterOneMoreWindow() throws IOException {
    Drip drip = new Drip(Duration.ofMillis(1));
    InputStream body = drip.bounded(new Limits(1_000_000, 100, WINDOW));
    body.skipNBytes(20_000);
    drip.pace = Duration.ofSeconds(1);
    assertThatThrownBy(() -> body.skipNBytes(25)).isInstanceOf(BodyLimitException.class);
  }

  @Test
  void S4_steadyBodyAtTheLeastRate_isReadOn() throws IOException {
    Drip drip = new Drip(Duration.ofMillis(10));
    InputStream body = drip.bounded(new Limits(1_000_000, 100, WINDOW));
    body.skipNBytes(10_000);
    assertThat(drip.now).isEqualTo(Duration.ofSeconds(100).toNanos());
  }

  @Test
  void S4_slowReader_isNotTheBodysFault() throws IOException {
    Drip drip = new Drip(Duration.ofMillis(1));
    InputStream body = drip.bounded(new Limits(1000, 100, WINDOW));
    for (int i = 0; i < 100; i++) {
      assertThat(body.read()).isZero();
      drip.now += Duration.ofMinutes(1).toNanos();
    }
  }

  private static InputStream bounded(byte[] body, long most) {
    return new BoundedBody(new ByteArrayInputStream(body), Limits.size(most));
  }

  /** A body that takes its time for each byte. */
  private static final class Drip extends InputStream {
    private Duration pace;
    private long now;

    Drip(Duration pace) {
      this.pace = pace;
    }

    InputStream bounded(Limits limits) {
      return new BoundedBody(this, limits, () -> now);
    }

    @Override
    public int read() {
      now += pace.toNanos();
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      buffer[offset] = 0;
      now += pace.toNanos();
      return 1;
    }
  }
}
