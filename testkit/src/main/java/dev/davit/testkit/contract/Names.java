package dev.davit.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that storages get wrong. */
final class Names {
  /** Names that every storage takes. */
  static final List<String> PLAIN =
      List.of("a", "report.pdf", "with space", "no-extension", "UPPER.TXT", "_", "0", "a.b.c.d");

  /** Names that most take and that code gets wrong. */
  static final List<String> ODD =
      List.of(
          "100%",
          "100%25",
          "%2e%2e",
          "%2F",
          "a%00b",
          "a#b",
          "a?b",
          "a+b",
          "a&b=c",
          "a;b",
          "a:b",
          "a,b",
          "a@b",
          "a$b",
          "a!b~c*d(e)",
          "it's",
          "say \"hello\"",
          "<b>&amp;</b>",
          "a\\b",
          "[x]{y}^z`|",
          "two  spaces",
          ".hidden",
          "..double",
          "...",
          "trailing.",
          " leading",
          "trailing ",
          "Grüße",
          "\u65e5\u672c\u8a9e.txt",
          "\u05e9\u05dc\u05d5\u05dd",
          "🚀👩‍👩‍👧.txt",
          "\ufb01ligature",
          "CON",
          "nul.txt",
          "root",
          "x".repeat(255),
          "ü".repeat(127) + "x",
          "🚀".repeat(63) + "abc");

  /** Names that many refuse, and that must lead nowhere else. */
  static final List<String> HOSTILE =
      List.of(
          "",
          ".",
          "..",
          "/",
          "a/b",
          "../a",
          "/etc/passwd",
          "a/",
          "a\0b",
          "a\nb",
          "a\r\nX-Header: b",
          "a\tb",
          "\u007f",
          "x".repeat(256),
          "🚀".repeat(64),
          "x".repeat(5000));

  private Names() {}

  static boolean isUsual(String name) {
    return !name.isEmpty()
        && name.getBytes(StandardCharsets.UTF_8).length <= 255
        && name.indexOf('/') < 0
        && name.indexOf('\0') < 0
        && !name.equals(".")
        && !name.equals("..");
  }
}
