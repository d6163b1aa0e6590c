package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGrammarTest {
  private static final Target BASE =
      new Target("https", "cloud.example.com", 443, "/dav/files/alice/");

  @ParameterizedTest
  @CsvSource({
    "https://cloud.example.com, https, cloud.example.com, 443, /",
    "HTTPS://CLOUD.Example.com./A, https, cloud.example.com, 443, /A",
    "https://cloud.example.com:8443/a/b, https, cloud.example.com, 8443, /a/b",
    "http://nas.lan/, http, nas.lan, 80, /",
    "https://[2606:4700:4700::1111]:8443/, https, 2606:4700:4700:0:0:0:0:1111, 8443, /",
    "https://1.1.1.1/a%20b/%C3%A9, https, 1.1.1.1, 443, /a%20b/%C3%A9",
    "https://a.example/alice@example.com/x, https, a.example, 443, /alice@example.com/x",
  })
  void S1_typed_isTakenApart(String text, String scheme, String host, int port, String path) {
    assertThat(TargetGrammar.typed(text)).isEqualTo(new Target(scheme, host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example:/",
        "https://a.example:0443/",
        "https://a.example:-1/",
        "https://a.example:99999/",
        "https://-a.example/",
        "https://a-.example/",
        "https://a.example/a b",
        "https://a.example/%",
        "https://a.example/%4",
        "https://.example/",
        "https://a.example../",
        "https://[1.1.1.1]/",
        "https://[::1]x/",
        "https://x[::1]/",
        "https://a.example/a/../b",
        "https://a.example/%2e%2E/b",
        "https://a.example/.%2e",
        "https://a.example/./",
        "https://a.example/<",
        "https://a.example/\"",
        "https:///a",
        " https://a.example/",
        "https://a.example/ ",
        "httpss://a.example/",
        "https://0x/",
        "https://a.0x1f/",
        "https://a.1/",
        "https://1.1.1.1bc/",
        "https://a.0x7f/",
        "https://7nas/",
        "https://\u212A.example/",
        "https://a.example/\u00e9"
      })
  void S1_anythingElseTyped_isRefused(String text) {
    Guards.refused(() -> TargetGrammar.typed(text));
  }

  @Test
  void S1_lengths_areExact() {
    String start = "https://a.example/";
    assertThat(TargetGrammar.typed(start + "x".repeat(2048 - start.length())).path())
        .hasSize(2048 - start.length() + 1);
    Guards.refused(() -> TargetGrammar.typed(start + "x".repeat(2049 - start.length())));
    String label = "a".repeat(63);
    String name = label + "." + label + "." + label + "." + "a".repeat(61);
    assertThat(TargetGrammar.typed("https://" + name + "/").host()).hasSize(253);
    Guards.refused(() -> TargetGrammar.typed("https://" + name + "a/"));
    Guards.refused(() -> TargetGrammar.typed("https://" + label + "a.example/"));
  }

  @ParameterizedTest
  @CsvSource({
    "https, A.example, 443, /",
    "ftp, a.example, 443, /",
    "https, a.example, 0, /",
    "https, a.example, 65536, /",
    "https, a.example, 443, x",
    "https, a.example, 443, /a?b",
    "https, a.example, 443, /a/../b",
    "https, [::1], 443, /",
    "https, ::1, 443, /",
    "https, a.example@b.example, 443, /",
    "https, 127.1, 443, /",
  })
  void S1_targetOfBadParts_can_tBeMade(String scheme, String host, int port, String path) {
    Guards.refused(() -> new Target(scheme, host, port, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/files/alice/x, /dav/files/alice/x",
    "x/y, /dav/files/alice/x/y",
    "./x, /dav/files/alice/x",
    "../bob/, /dav/files/bob/",
    "../bob/.., /dav/files/",
    "https://cloud.example.com/dav, /dav",
    "https://CLOUD.example.com:443/dav/, /dav/",
    "//cloud.example.com/dav, /dav",
    "https://cloud.example.com, /",
    "https://cloud.example.com/a/../b, /b",
    "'/dav/a b', /dav/a%20b",
    "/dav/100%, /dav/100%25",
    "/dav/%4, /dav/%254",
    "/dav/é, /dav/%C3%A9",
    "/dav/\uD83D\uDE00, /dav/%F0%9F%98%80",
    "/dav/a%2Fb;c, /dav/a%2Fb;c",
    "'/dav/[x]', /dav/%5Bx%5D",
    "/dav/x:y, /dav/x:y",
    "/dav/x@y, /dav/x@y",
  })
  void S7_handedOutAddress_isResolvedAndRepaired(String text, String path) {
    assertThat(TargetGrammar.handedOut(BASE, text)).isEqualTo(BASE.withPath(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a?b",
        "/a#b",
        "\\\\evil.example\\x",
        "/\\evil.example/",
        "/a\r\nX: y",
        "/a\u0000",
        "javascript:alert(1)",
        "x:y",
        "https:cloud.example.com/",
        "https:/cloud.example.com/",
        "https://user@cloud.example.com/",
        "https://cloud.example.com\u2028/",
        "https://cloud.\u212A.example/",
        "../../../../etc/passwd",
        "/%2e%2e/",
        "/a/.%2E"
      })
  void S7_handedOutNonsense_isRefused(String text) {
    Guards.refused(() -> TargetGrammar.handedOut(BASE, text));
  }

  @Test
  void S7_handedOutPath_isBounded() {
    assertThat(TargetGrammar.handedOut(BASE, "/" + "x".repeat(8191)).path()).hasSize(8192);
    Guards.refused(() -> TargetGrammar.handedOut(BASE, "/" + "x".repeat(8192)));
    Guards.refused(() -> TargetGrammar.handedOut(BASE, "/" + "é".repeat(8000)));
    assertThat(TargetGrammar.handedOut(BASE, "/" + "%41a".repeat(2047)).path()).hasSize(8189);
  }

  @Test
  void uri_isBuiltFromTheParts() {
    assertThat(BASE.uri()).hasToString("https://cloud.example.com/dav/files/alice/");
    assertThat(new Target("https", "2606:4700:0:0:0:0:0:1", 8443, "/a%20b").uri())
        .hasToString("https://[2606:4700:0:0:0:0:0:1]:8443/a%20b");
  }
}
