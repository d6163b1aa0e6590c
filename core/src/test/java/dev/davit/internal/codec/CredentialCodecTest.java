package dev.davit.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialCodecTest {
  static Credential[] credentials() {
    Secret secret = new Secret("p\u00e4ss\u0000w\uD83D\uDE00rd");
    Instant end = Instant.parse("2026-01-02T03:04:05.000000006Z");
    return new Credential[] {
      SecretFields.NONE,
      new SecretFields(Map.of("", new Secret(""), "password", secret, "url", new Secret("u"))),
      new OAuthTokens(secret, null, null, Set.of()),
      new OAuthTokens(new Secret(""), new Secret(""), end, Set.of("a", "b c"))
    };
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void decode_isWhatWasEncoded(Credential credential) {
    byte[] encoded = CredentialCodec.encode(credential);

    assertThat(CredentialCodec.decode(encoded)).isEqualTo(credential);
    assertThat(CredentialCodec.encode(CredentialCodec.decode(encoded))).isEqualTo(encoded);
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void decode_cutOrLengthened_isAnIntegrityFailure(Credential credential) {
    byte[] encoded = CredentialCodec.encode(credential);
    for (int length = 0; length < encoded.length; length++) {
      assertThat(failure(Arrays.copyOf(encoded, length)).kind()).isEqualTo(ErrorKind.INTEGRITY);
    }
    assertThat(failure(Arrays.copyOf(encoded, encoded.length + 1)).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void decode_anyByteChanged_neverThrowsAnythingElse(Credential credential) {
    byte[] encoded = CredentialCodec.encode(credential);
    for (int i = 0; i < encoded.length; i++) {
      byte[] changed = encoded.clone();
      changed[i] ^= (byte) 0x80;
      try {
        CredentialCodec.decode(changed);
      } catch (CloudException e) {
        assertThat(e.kind()).isIn(ErrorKind.INTEGRITY, ErrorKind.UNAVAILABLE);
      }
    }
  }

  @Test
  void decode_ofANewerRelease_isUnavailable() {
    byte[] newer = new Packer().number(2).number(1).number(0).toBytes();

    assertThat(failure(newer).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  private static CloudException failure(byte[] bytes) {
    CloudException failure =
        catchThrowableOfType(CloudException.class, () -> CredentialCodec.decode(bytes));
    assertThat(failure).isNotNull();
    return failure;
  }
}
