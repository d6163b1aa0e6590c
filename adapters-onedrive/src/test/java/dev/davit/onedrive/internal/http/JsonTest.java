package dev.davit.onedrive.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void values_areWhatTheyAre_orNull() {
    Json json =
        Json.parse(
            """
            {"t":"ü\\u00e4","n":9007199254740993,"d":1.5,"e":1e3,"x":123456789012345678901,"f":true,
             "z":null,"o":{"in":"side"},"l":[{"a":1},2,"b"]}"""
                .getBytes(UTF_8));
    assertThat(json.text("t")).isEqualTo("üä");
    assertThat(json.number("n")).isEqualTo(9007199254740993L);
    assertThat(json.number("e")).isEqualTo(1000);
    assertThat(json.number("d")).isNull();
    assertThat(json.number("x")).isNull();
    assertThat(json.number("t")).isNull();
    assertThat(json.flag("f")).isTrue();
    assertThat(json.flag("t")).isFalse();
    assertThat(json.has("z")).isFalse();
    assertThat(json.object("z")).isNull();
    assertThat(json.object("o")).hasToString("JSON [in]");
    assertThat(json.list("l")).hasSize(1);
    assertThat(json.texts("l")).containsExactly("b");
    assertThat(json.list("o")).isNull();
    assertThat(json.toString()).doesNotContain("side");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "[]", "{} {}", "{\"a\":canary}", "{\"a\":1", "{\"a\":[1,}", "null"})
  void whatIsNoObject_isNonsense_andNotRepeated(String text) {
    CloudException fault =
        catchThrowableOfType(CloudException.class, () -> Json.parse(text.getBytes(UTF_8)));
    assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(fault.getCause()).hasMessageNotContaining("canary").hasNoCause();
  }

  @Test
  void depth_isBounded() {
    String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
    assertThat(
            catchThrowableOfType(CloudException.class, () -> Json.parse(deep.getBytes(UTF_8)))
                .kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void payload_isReadAsItWasWritten() throws IOException {
    Map<String, Object> fields =
        Map.of("name", "a\"b", "size", 5L, "folder", Map.of(), "l", List.of("x", true));
    Json json = Json.parse(Json.payload(fields).open().readAllBytes());
    assertThat(json.text("name")).isEqualTo("a\"b");
    assertThat(json.number("size")).isEqualTo(5);
    assertThat(json.has("folder")).isTrue();
    assertThat(json.texts("l")).containsExactly("x");
  }
}
