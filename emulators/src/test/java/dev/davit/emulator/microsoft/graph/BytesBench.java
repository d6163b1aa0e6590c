package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.Tenant;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;

/** An emulated OneDrive for tests of bytes, by plain requests. */
abstract class BytesBench extends GraphBench {
  static final int UNIT = 320 << 10;

  /** Whoever knows an address. */
  static Http open;

  @BeforeAll
  static void open() {
    open = Http.anonymous(microsoft.url());
  }

  /** Somebody new, with an account of work or a personal one. */
  static Http somebody(String name, boolean personal) {
    Tenant tenant = personal ? Tenant.PERSONAL : microsoft.addTenant(name + "-org.example");
    return http(microsoft.addAccount(name + "@example.org", tenant));
  }

  static Http http(MicrosoftAccount account) {
    return Http.bearer(microsoft.url(), microsoft.grant(account, "Files.ReadWrite").access());
  }

  static Map<String, Object> json(HttpResponse<String> answer) {
    return new Answer(answer).json();
  }

  static String text(HttpResponse<String> answer, String name) {
    return new Answer(answer).text(name);
  }

  /** The code of an error, and the inner one where there is one: {@code code/inner}. */
  static String code(HttpResponse<String> answer) {
    return new Answer(answer).error();
  }

  static String hash(HttpResponse<String> item) {
    return String.valueOf(new Answer(item).object("file", "hashes").get("quickXorHash"));
  }

  static String hash(byte[] content) {
    return Base64.getEncoder().encodeToString(new QuickXorHash().digest(content));
  }

  /** Content that is text, and not the same everywhere. */
  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) ('a' + (i * 7 + i / UNIT) % 26);
    }
    return bytes;
  }

  static HttpResponse<String> put(Http api, String name, byte[] content) {
    HttpResponse<String> answer =
        api.send("PUT", path(name) + "/content", content, "Content-Type", "text/plain");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return answer;
  }

  static String path(String name) {
    return ME + "/root:/" + name + ":";
  }

  /** Where the bytes of a file are. */
  static String address(Http api, String name) {
    HttpResponse<String> answer = api.get(path(name) + "/content");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static String content(Http api, String name) {
    return open.get(address(api, name)).body();
  }

  /** The address of a new session. */
  static String begin(Http api, String name, String item) {
    HttpResponse<String> answer = create(api, name, "{\"item\":" + item + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return text(answer, "uploadUrl");
  }

  static HttpResponse<String> create(Http api, String name, String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return api.send("POST", path(name) + "/createUploadSession", body, all);
  }

  static HttpResponse<String> send(String session, byte[] content, int from, int to) {
    String range = "bytes " + from + "-" + (to - 1) + "/" + content.length;
    return open.send("PUT", session, Arrays.copyOfRange(content, from, to), "Content-Range", range);
  }

  static String conflict(String behavior) {
    return "{\"@microsoft.graph.conflictBehavior\":\"" + behavior + "\"}";
  }

  static List<?> expected(HttpResponse<String> answer) {
    return (List<?>) Objects.requireNonNull(json(answer).get("nextExpectedRanges"));
  }
}
