package dev.davit.webdav.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.auth.DigestScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers a demand for Digest. */
class DigestTest {
  private static final String RFC_7616 =
      "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  private static Digest digest(String... headers) {
    return Digest.strongest(Challenge.of(List.of(headers)), CNONCE).orElseThrow();
  }

  /** RFC 7616, 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void header_isThatOfTheStandard(String algorithm, String response) {
    String header =
        digest(RFC_7616.formatted(algorithm))
            .header("Mufasa", "Circle of Life", "GET", "/dir/index.html", 1);

    assertThat(header)
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\","
                + " algorithm="
                + algorithm
                + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001, qop=auth,"
                + " cnonce=\""
                + CNONCE
                + "\", response=\""
                + response
                + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"",
        "Digest realm=\"r \\\"quoted\\\"\", nonce=\"n\", qop=\"auth-int,auth\", opaque=\"\"",
        "Digest realm=\"r\", nonce=\"n\"",
        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=auth"
      })
  void response_isWhatAnotherClientComputes(String challenge) throws Exception {
    DigestScheme other = new DigestScheme();
    other.processChallenge(new BasicHeader("WWW-Authenticate", challenge));
    other.overrideParamter("charset", "UTF-8");
    String theirs =
        other
            .authenticate(
                new UsernamePasswordCredentials("ada", "pässwörd-密码"),
                new BasicHttpRequest("PROPFIND", "/dav/a%20b/"),
                new BasicHttpContext())
            .getValue();
    String cnonce = value(theirs, "cnonce");

    String ours =
        Digest.strongest(Challenge.of(List.of(challenge)), cnonce == null ? "x" : cnonce)
            .orElseThrow()
            .header("ada", "pässwörd-密码", "PROPFIND", "/dav/a%20b/", 1);

    assertThat(value(ours, "response")).isEqualTo(value(theirs, "response")).isNotNull();
  }

  private static @org.jspecify.annotations.Nullable String value(String header, String name) {
    return Challenge.of(List.of(header)).get(0).get(name);
  }

  @Test
  void strongest_isTaken_inWhateverOrderTheyCome() {
    String md5 = RFC_7616.formatted("MD5");
    String sha256 = RFC_7616.formatted("SHA-256");

    assertThat(digest(md5, sha256).header("a", "b", "GET", "/", 1)).contains("algorithm=SHA-256");
    assertThat(digest(sha256 + ", " + md5).header("a", "b", "GET", "/", 1))
        .contains("algorithm=SHA-256");
    assertThat(digest("Basic realm=\"x\", " + md5, "Negotiate").header("a", "b", "GET", "/", 1))
        .contains("algorithm=MD5");
    assertThat(digest("Negotiate YWJj==, " + RFC_7616.formatted("SHA-512-256-sess")).isStale())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Digest",
        "Basic realm=\"Digest nonce=1\"",
        "Digest realm=\"r\"",
        "Digest nonce=\"n\"",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-1",
        "Digest realm=\"r\" nonce=\"unclosed"
      })
  void challengesThatCantBeAnswered_areNone(String header) {
    assertThat(Digest.strongest(Challenge.of(List.of(header)), CNONCE)).isEmpty();
  }

  @Test
  void nameBeyondAscii_isSentInItsExtendedForm() {
    assertThat(digest(RFC_7616.formatted("MD5")).header("Jäsøn *", "x", "GET", "/", 255))
        .startsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20%2A, realm=")
        .contains("nc=000000ff")
        .doesNotContain("username=");
    assertThat(digest(RFC_7616.formatted("MD5")).header("a\"b\\", "x", "GET", "/", 1))
        .startsWith("Digest username=\"a\\\"b\\\\\", realm=");
  }
}
