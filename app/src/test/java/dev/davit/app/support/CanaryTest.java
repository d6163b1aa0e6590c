package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanaryTest {
  private static final String SECRET = "kanarie:Vogel/7+é€ %&";

  static Stream<String> disguises() {
    byte[] raw = SECRET.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        SECRET,
        HexFormat.of().formatHex(raw),
        HexFormat.of().withUpperCase().formatHex(raw),
        URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
        base64(SECRET),
        base64("a" + SECRET + "b"),
        base64("ab" + SECRET + "c"),
        base64("abc" + SECRET),
        "Basic " + base64("ada:" + SECRET));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void aSecret_isFoundInEveryForm(String disguise) {
    assertThat(Canary.found("before " + disguise + " after", SECRET)).containsExactly(SECRET);
  }

  @Test
  void whatIsNotThere_isNotFound() {
    assertThat(Canary.found(base64("kanarie:Vogel/8+é€ %&"), SECRET)).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
