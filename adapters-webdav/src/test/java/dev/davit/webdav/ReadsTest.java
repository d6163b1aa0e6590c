package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from servers that send something else than was asked for. */
class ReadsTest extends ScriptedTest {
  private static final EntryId A = new EntryId("1YQ");

  private String read(ScriptedServer server, @Nullable ByteRange range) throws IOException {
    try (Download download = storage(server).read(A, range)) {
      String text = new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
      if (download.length() != null) {
        assertThat(download.length()).isEqualTo(text.length());
      }
      return text;
    }
  }

  @Test
  void read_rangeIgnored_isSkippedTo() throws Exception {
    ScriptedServer server = server((asked, out) -> out.say(200, "", "0123456789"));

    assertThat(read(server, new ByteRange.From(4))).isEqualTo("456789");
    assertThat(read(server, new ByteRange.Between(4, 6))).isEqualTo("456");
    assertThat(read(server, new ByteRange.Between(8, 99))).isEqualTo("89");
    assertKind(ErrorKind.INVALID_REQUEST, () -> read(server, new ByteRange.From(10)));
  }

  @Test
  void read_rangeIgnored_ofUnknownLength_isSkippedTo() throws Exception {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.raw(
                    "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n"));

    assertThat(read(server, null)).isEqualTo("0123456789");
    assertThat(read(server, new ByteRange.From(4))).isEqualTo("456789");
    assertThat(read(server, new ByteRange.Between(4, 5))).isEqualTo("45");
    assertThat(read(server, new ByteRange.Between(4, 50))).isEqualTo("456789");
    assertKind(ErrorKind.INVALID_REQUEST, () -> read(server, new ByteRange.From(10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y",
        "Content-Range: bytes 5-9/10",
        "Content-Range: bytes 4-8/5",
        "Content-Range: bytes 4-9/*",
        "Content-Range: bytes 4-99/100",
        "Content-Range: items 4-8/10",
        "Content-Type: multipart/byteranges; boundary=x"
      })
  void read_partThatWasNotAskedFor_isProtocol(String header) {
    ScriptedServer server = server((asked, out) -> out.say(206, header, "45678"));

    assertKind(ErrorKind.PROTOCOL, () -> read(server, new ByteRange.Between(4, 8)));
    assertKind(ErrorKind.PROTOCOL, () -> read(server, null));
  }

  @Test
  void read_encodedBody_isProtocol() {
    ScriptedServer server =
        server((asked, out) -> out.say(200, "Content-Encoding: gzip", "not for us"));

    assertKind(ErrorKind.PROTOCOL, () -> read(server, null));
    assertThat(server.asked.get(0).header("accept-encoding")).isEqualTo("identity");
  }

  @Test
  void read_brokenOff_failsRatherThanEnds() {
    ScriptedServer plain =
        server((asked, out) -> out.raw("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nabc"));
    ScriptedServer chunked =
        server(
            (asked, out) ->
                out.raw("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"));

    assertThatThrownBy(() -> read(plain, null)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(plain, new ByteRange.Between(1, 50)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(chunked, null)).isInstanceOf(IOException.class);
  }

  @Test
  void read_partThatIsShorterThanItSays_failsRatherThanEnds() {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.raw(
                    "HTTP/1.1 206 X\r\nContent-Range: bytes 4-8/10\r\n"
                        .concat("Transfer-Encoding: chunked\r\n\r\n3\r\n456\r\n0\r\n\r\n")));

    assertThatThrownBy(() -> read(server, new ByteRange.Between(4, 8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 bytes before its end");
  }

  @Test
  void read_anotherPart_isMadeGoodFromTheWhole() throws Exception {
    ScriptedServer server =
        server(
            (asked, out) -> {
              if (asked.headers().containsKey("range")) {
                out.say(206, "Content-Range: bytes 0-3/10", "0123");
              } else {
                out.say(200, "", "0123456789");
              }
            });

    assertThat(read(server, new ByteRange.Between(4, 6))).isEqualTo("456");
  }

  @Test
  void S4_read_bodyThatStandsStill_isCut() {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nabc");
              await(over);
            });

    assertThatThrownBy(
            () -> {
              try (Download download = storage(server, Davs.impatient()).read(A, null)) {
                download.body().readAllBytes();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
    over.countDown();
  }

  @Test
  void S4_read_chunkHeaderThatDrips_isCut() {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5;x=");
              while (!over.await(20, TimeUnit.MILLISECONDS)) {
                out.raw("x");
              }
            });

    assertThatThrownBy(
            () -> {
              try (Download download = storage(server, Davs.impatient()).read(A, null)) {
                download.body().readAllBytes();
              }
            })
        .isInstanceOf(IOException.class);
    over.countDown();
  }

  @Test
  void S4_read_silence_isUnavailable() {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer server = server((asked, out) -> await(over));
    WebDavSettings settings = Davs.impatient();

    assertKind(
        ErrorKind.UNAVAILABLE,
        () ->
            storage(server, settings)
                .list(new dev.davit.ports.storage.ListRequest(EntryId.ROOT, 5, null)));
    over.countDown();
  }

  @Test
  void S4_list_answerThatDrips_isCutByTheTotal() {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 207 X\r\n\r\n<D:multistatus xmlns:D=\"DAV:\">");
              while (!over.await(20, TimeUnit.MILLISECONDS)) {
                out.raw(Xmls.file("/dav/a", 1));
              }
            });

    assertKind(
        ErrorKind.UNAVAILABLE,
        () ->
            storage(server, Davs.impatient())
                .list(new dev.davit.ports.storage.ListRequest(EntryId.ROOT, 5, null)));
    over.countDown();
  }

  @Test
  void S4_endlessHeaders_areCut() {
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 207 X\r\n");
              while (true) {
                out.raw("X-More: and more\r\n");
              }
            });

    assertKind(ErrorKind.UNAVAILABLE, () -> list(server));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
