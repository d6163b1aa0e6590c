package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Downloads by pre-authenticated addresses (driveitem-get-content). */
class DownloadsTest extends BytesBench {
  private final Http api = somebody("api" + System.nanoTime(), false);

  @Test
  void content_isAtAnAddressThatNeedsNoToken() {
    HttpResponse<String> item = put(api, "a.txt", bytes(10));
    HttpResponse<String> answer = open.get(address(api, "a.txt"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(new String(bytes(10), StandardCharsets.US_ASCII));
    assertThat(header(answer, "ETag")).isEqualTo(text(item, "eTag"));
    assertThat(header(answer, "Content-Length")).isEqualTo("10");
    assertThat(header(answer, "Content-Type")).startsWith("text/plain");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void downloadUrl_isSuchAnAddress() {
    HttpResponse<String> item = put(api, "a.txt", bytes(10));
    HttpResponse<String> now = api.get("/v1.0/me/drive/items/" + text(item, "id"));
    String address = text(now, "@microsoft.graph.downloadUrl");
    assertThat(open.get(address).body()).hasSize(10);
  }

  @Test
  void range_isServed_refused_orOverlooked() {
    put(api, "a.txt", bytes(10));
    String address = address(api, "a.txt");
    HttpResponse<String> part = open.get(address, "Range", "bytes=7-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 7-9/10");
    assertThat(part.body()).hasSize(3);
    HttpResponse<String> beyond = open.get(address, "Range", "bytes=10-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */10");
    assertThat(code(beyond)).isEqualTo("invalidRange");
    assertThat(open.get(address, "Range", "bytes=1-", "If-Range", "\"x\"").statusCode())
        .isEqualTo(200);
    graph.faults().wholeFiles(true);
    HttpResponse<String> whole = open.get(address, "Range", "bytes=7-");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).hasSize(10);
  }

  @Test
  void empty_hasNoRange() {
    put(api, "none.txt", new byte[0]);
    String address = address(api, "none.txt");
    assertThat(open.get(address).body()).isEmpty();
    assertThat(open.get(address, "Range", "bytes=0-").statusCode()).isEqualTo(416);
  }

  @Test
  void authorization_isRefused_andAnOffence() {
    put(api, "a.txt", bytes(10));
    String address = address(api, "a.txt");
    int before = graph.offences().size();
    HttpResponse<String> refused = api.get(address);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(code(refused)).isEqualTo("unauthenticated");
    assertThat(graph.offences()).hasSize(before + 1).last().asString().startsWith("GET /download/");
  }

  @Test
  void address_endsOnDemand_andAfterMinutes() {
    put(api, "a.txt", bytes(10));
    String address = address(api, "a.txt");
    graph.expireDownloads(403);
    assertThat(open.get(address).statusCode()).isEqualTo(403);
    graph.expireDownloads(404);
    assertThat(code(open.get(address))).isEqualTo("itemNotFound");
    String fresh = address(api, "a.txt");
    microsoft.advance(Duration.ofMinutes(4));
    assertThat(open.get(fresh).statusCode()).isEqualTo(200);
    microsoft.advance(Duration.ofMinutes(2));
    assertThat(open.get(fresh).statusCode()).isEqualTo(401);
  }

  @Test
  void address_isForItsFileOnly_andNotForged() {
    put(api, "a.txt", bytes(10));
    String other = text(put(api, "b.txt", bytes(5)), "id");
    String address = address(api, "a.txt");
    assertThat(open.get(address.replaceFirst("/[^/]*[?]", "/" + other + "?")).statusCode())
        .isEqualTo(401);
    assertThat(open.get(address.replaceFirst("tempauth=\\d", "tempauth=9")).statusCode())
        .isEqualTo(401);
    assertThat(open.get(address.replaceFirst("[?].*", "")).statusCode()).isEqualTo(401);
    assertThat(open.send("POST", address, "").statusCode()).isEqualTo(405);
  }

  @Test
  void deletedFile_isNotFound_atItsOldAddress() {
    String id = text(put(api, "a.txt", bytes(10)), "id");
    String address = address(api, "a.txt");
    api.send("DELETE", "/v1.0/me/drive/items/" + id, "");
    assertThat(open.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void address_isAtAnotherHost_forThoseWhoSayLocalhost() {
    put(api, "a.txt", bytes(10));
    String name = "http://localhost:" + microsoft.url().getPort() + path("a.txt") + "/content";
    String address = api.get(name).headers().firstValue("Location").orElseThrow();
    assertThat(URI.create(address).getHost()).isEqualTo("127.0.0.1");
    assertThat(open.get(address).statusCode()).isEqualTo(200);
  }
}
