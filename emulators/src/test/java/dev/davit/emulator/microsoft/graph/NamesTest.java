package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest extends GraphBench {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a*b",
        "a:b",
        "a<b",
        "a>b",
        "a?b",
        "a|b",
        "a\\\\b",
        "~a",
        " a",
        "a ",
        "a.",
        ".",
        "con",
        "PRN.txt",
        "aux",
        "nul",
        "COM1",
        "lpt9.doc",
        ".lock",
        "Desktop.ini",
        "a_vti_b",
        "a/b",
        ""
      })
  void forbidden_isRefused(String name) {
    String body = "{'name':'" + name + "','folder':{}}";
    Answer answer = ada().json("POST", ME + "/root/children", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalidRequest/invalidPath");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a*b", "~a.txt", "con", "a ", "desktop.ini"})
  void forbidden_isRefusedInAPathToo(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(ada().put(ME + "/root:/" + encoded + ":/content", "x").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#b", "100%", "a'b", "a&b", "ünïcödé", "a;b", ".hidden", "conx", "a~"})
  void other_isTaken(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    Answer made = ada().put(ME + "/root:/" + encoded + ":/content", "x");
    assertThat(made.text("name")).isEqualTo(name);
    assertThat(ada().get(ME + "/root:/" + encoded).text("id")).isEqualTo(made.text("id"));
  }

  @Test
  void nameHas255CharactersAtMost_andAPath400() {
    String folder = folder("x".repeat(200));
    String body = "{'name':'%s','folder':{}}";
    String children = item(folder) + "/children";
    assertThat(ada().json("POST", children, String.format(body, "y".repeat(199))).status())
        .isEqualTo(201);
    assertThat(ada().json("POST", children, String.format(body, "z".repeat(200))).error())
        .isEqualTo("invalidRequest/pathIsTooLong");
    String root = ME + "/root/children";
    assertThat(ada().json("POST", root, String.format(body, "y".repeat(256))).status())
        .isEqualTo(400);
  }
}
