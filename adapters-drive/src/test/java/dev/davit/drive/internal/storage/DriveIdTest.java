package dev.davit.drive.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveIdTest {
  @Property(tries = 200)
  void anId_comesBack(
      @ForAll @AlphaChars @NumericChars @Chars({'-', '_'}) @StringLength(min = 5, max = 200)
          String file,
      @ForAll @AlphaChars @NumericChars @Chars({'-', '_'}) @StringLength(min = 5, max = 200)
          String drive) {
    assertThat(DriveId.of(new DriveId(file, null).entryId())).isEqualTo(new DriveId(file, null));
    EntryId id = new DriveId(file, drive).entryId();
    assertThat(DriveId.of(id)).isEqualTo(new DriveId(file, drive));
    assertThat(id.value()).hasSizeLessThanOrEqualTo(1024);
  }

  @Property(tries = 300)
  void anyText_isAnIdOrNotFound(@ForAll @StringLength(max = 60) String text) {
    EntryId id = encoded("1f" + text);
    try {
      assertThat(DriveId.of(id).entryId()).isEqualTo(id);
    } catch (CloudException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1froot",
        "2fabcdefgh",
        "1f",
        "1s",
        "1fabcde:",
        "1fabc de",
        "1fabcde'",
        "1f../abcde",
        "1fabcdef:ghijkl:mnopqr",
        "fabcdefg",
        "1fabcde/fghij",
        "1fabcdef\n"
      })
  void whatIsNoIdOfOurs_isNotFound(String text) {
    assertNotFound(encoded(text));
  }

  @Test
  void anotherSpellingOfTheSameBytes_isNotFound() {
    String right = new DriveId("abcdefghi", null).entryId().value();
    String last = right.substring(right.length() - 1);
    String other =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .chars()
            .mapToObj(one -> right.substring(0, right.length() - 1) + (char) one)
            .filter(one -> !one.endsWith(last) && sameBytes(one, right))
            .findFirst()
            .orElseThrow();
    assertNotFound(new EntryId(other));
  }

  private static boolean sameBytes(String one, String other) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    return java.util.Arrays.equals(decoder.decode(one), decoder.decode(other));
  }

  private static void assertNotFound(EntryId id) {
    CloudException e = catchThrowableOfType(CloudException.class, () -> DriveId.of(id));
    assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  private static EntryId encoded(String text) {
    return new EntryId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
  }
}
