package dev.davit.nextcloud.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as far as it is read. */
class JsonTest {
  @Test
  void members_areReadAsWhatTheyAre_andNothingElse() {
    Json json =
        parse(
            """
             { "text" : "a\\u00e9\\n\\"\\\\\\/" , "flag": true, "off":false, "none": null,
              "number":-12, "half": 1.5e1, "inner": {"deep": [1, "two", {}, []]}, "": "empty" }
            """);
    assertThat(json.get("text").text()).contains("aé\n\"\\/");
    assertThat(json.get("flag").flag()).contains(true);
    assertThat(json.get("off").flag()).contains(false);
    assertThat(json.get("number").number()).contains(-12L);
    assertThat(json.get("").text()).contains("empty");
    assertThat(json.get("text").flag()).isEmpty();
    assertThat(json.get("flag").text()).isEmpty();
    assertThat(json.get("half").number()).isEmpty();
    assertThat(json.get("none").text()).isEmpty();
    assertThat(json.get("missing").get("deeper").text()).isEmpty();
    assertThat(json.get("inner").get("deep").text()).isEmpty();
    assertThat(json).hasToString("[json]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "01",
        "1.",
        "-",
        "tru",
        "nul",
        "\"a",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "{} {}",
        "<html>",
        "'a'",
        "NaN"
      })
  void whatIsNoJson_isNothing(String text) {
    assertThat(Json.parse(text)).isEmpty();
  }

  @Test
  void whatIsTooDeep_isNothing() {
    assertThat(Json.parse("[".repeat(30) + "]".repeat(30))).isPresent();
    assertThat(Json.parse("[".repeat(50_000))).isEmpty();
    assertThat(Json.parse("{\"a\":".repeat(40) + "1" + "}".repeat(40))).isEmpty();
  }

  @Test
  void longTexts_areReadWithoutDeepRecursion() {
    String text = "x\\n".repeat(20_000);
    assertThat(parse("\"" + text + "\"").text().orElse("")).hasSize(40_000);
  }

  private static Json parse(String text) {
    return Json.parse(text).orElseThrow();
  }
}
