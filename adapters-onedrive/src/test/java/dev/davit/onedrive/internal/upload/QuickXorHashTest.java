package dev.davit.onedrive.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickXorHashTest {
  /** Known pairs of bytes and hash, as they are published with rclone. */
  @ParameterizedTest
  @CsvSource({
    "'',AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "Sg==,SgAAAAAAAAAAAAAAAQAAAAAAAAA=",
    "tbQ=,taAFAAAAAAAAAAAAAgAAAAAAAAA=",
    "0pZP,0rDEEwAAAAAAAAAAAwAAAAAAAAA=",
    "/aNzzCFPS/A=,/RjFHJgRgicsAR4ACAAAAAAAAAA=",
    "XoJ1AsoR4fDYJrDqYs4=,XhBEHQSgjAiEAx7YPgEs1CEGZwA=",
    "gQaybEqS/4UlDc8e4IJm,gDCALNigBEn8oxAlZ8AzPAAOQZg=",
    "2fuxhBJXtpWFe8dOfdGeHw==,O9tHLAghgSvYohKFyMMxnNCHaHg=",
    "T6LYJIfDh81JrAK309H2JMJTXis=,zBTHrspn3mEcohlJdIUAbjGNaNg=",
    "DWAAX5/CIfrmErgZa8ot6ZraeSbu,LR2Z0PjuRYGKQB/mhQAuMrAGZbQ="
  })
  void aKnownHash(String bytes, String hash) {
    assertThat(hash(Base64.getDecoder().decode(bytes), 1000)).isEqualTo(hash);
  }

  /** By the words of Microsoft's page: bit by bit, with nothing put together. */
  @Property(tries = 100)
  void anyBytes_haveTheHashThatMicrosoftDescribes(@ForAll @Size(max = 700) byte[] bytes) {
    assertThat(hash(bytes, 1000)).isEqualTo(described(bytes));
  }

  @Property(tries = 200)
  void anySplit_hasTheSameHash(
      @ForAll @Size(max = 700) byte[] bytes, @ForAll @IntRange(min = 1, max = 400) int piece) {
    assertThat(hash(bytes, piece)).isEqualTo(hash(bytes, 1000));
  }

  @Test
  void oneBitOrOnePlaceMore_isAnotherHash() {
    byte[] bytes = new byte[500];
    String hash = hash(bytes, 100);
    bytes[321] ^= 1;
    assertThat(hash(bytes, 100)).isNotEqualTo(hash);
    assertThat(hash(new byte[501], 100)).isNotEqualTo(hash);
  }

  private static String hash(byte[] bytes, int piece) {
    QuickXorHash hash = new QuickXorHash();
    for (int at = 0; at < bytes.length; at += piece) {
      hash.update(bytes, at, Math.min(piece, bytes.length - at));
    }
    assertThat(hash.length()).isEqualTo(bytes.length);
    return hash.base64();
  }

  private static String described(byte[] bytes) {
    boolean[] bits = new boolean[160];
    for (int i = 0; i < bytes.length; i++) {
      xor(bits, bytes[i] & 0xff, (int) (i * 11L % 160));
    }
    byte[] hash = new byte[20];
    for (int i = 0; i < bits.length; i++) {
      hash[i / 8] |= (byte) ((bits[i] ? 1 : 0) << (i % 8));
    }
    for (int i = 0; i < 8; i++) {
      hash[12 + i] ^= (byte) ((long) bytes.length >> (8 * i));
    }
    return Base64.getEncoder().encodeToString(hash);
  }

  private static void xor(boolean[] bits, int value, int from) {
    for (int i = 0; i < 8; i++) {
      bits[(from + i) % bits.length] ^= (value >> i & 1) == 1;
    }
  }
}
