package dev.davit.emulator.google.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Uploads (guides/manage-uploads). */
class UploadsTest extends DriveBench {
  private static final String UPLOAD = "/upload/drive/v3/files";
  private static final int UNIT = 256 << 10;

  @Test
  void media_isContentAlone() {
    Api.Answer answer =
        api.send("POST", UPLOAD + "?uploadType=media&fields=*", bytes(10), "Content-Type", "a/b");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.string("mimeType")).isEqualTo("a/b");
    assertThat(answer.string("size")).isEqualTo("10");
    assertThat(answer.string("name")).isEqualTo("Untitled");
  }

  @Test
  void multipart_isMetadataThenContent() {
    String body =
        String.join(
            "\r\n",
            "--b1",
            "Content-Type: application/json; charset=UTF-8",
            "",
            "{\"name\":\"a/.\"}",
            "--b1",
            "Content-Type: text/plain",
            "",
            "one",
            "--b",
            "two",
            "--b1--",
            "");
    Api.Answer answer = multipart(body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.string("name")).isEqualTo("a/.");
    assertThat(drive.items().text(answer.string("id"))).isEqualTo("one\r\n--b\r\ntwo");
  }

  @Test
  void multipart_withoutItsEnd_isRefused() {
    String body =
        "--b1\r\nContent-Type: application/json\r\n\r\n{}\r\n--b1\r\nContent-Type: a/b\r\n\r\none";
    assertThat(multipart(body).reason()).isEqualTo("badContent");
  }

  private static Api.Answer multipart(String body) {
    return api.send(
        "POST",
        UPLOAD + "?uploadType=multipart&fields=id,name",
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "multipart/related; boundary=\"b1\"");
  }

  @Test
  void resumable_inChunks_saysWhatIsThere() {
    byte[] content = bytes(2 * UNIT + 5);
    String session = begin("{\"name\":\"big\"}", content.length);
    assertThat(ask(session, content.length).status()).isEqualTo(308);
    assertThat(ask(session, content.length).header("Range")).isEmpty();
    Api.Answer first = put(session, content, 0, UNIT);
    assertThat(first.status()).isEqualTo(308);
    assertThat(first.header("Range")).isEqualTo("bytes=0-" + (UNIT - 1));
    assertThat(ask(session, content.length).header("Range")).isEqualTo("bytes=0-" + (UNIT - 1));
    Api.Answer last = put(session, content, UNIT, content.length);
    assertThat(last.status()).isEqualTo(200);
    assertThat(drive.items().content(last.string("id"))).hasBinaryContent(content);
    assertThat(ask(session, content.length).string("id")).isEqualTo(last.string("id"));
  }

  @Test
  void resumable_inOne_andPacked() throws IOException {
    byte[] content = bytes(UNIT + 3);
    Api.Answer one = api.anonymous().send("PUT", begin("{}", content.length), content);
    assertThat(drive.items().content(one.string("id"))).hasBinaryContent(content);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    Api.Answer other =
        api.send(
            "PUT",
            begin("{}", content.length),
            packed.toByteArray(),
            "Content-Encoding",
            "gzip",
            "Content-Range",
            range(0, content.length, content.length));
    assertThat(drive.items().content(other.string("id"))).hasBinaryContent(content);
  }

  @Test
  void resumable_empty_isThereAtOnce() {
    String session = begin("{\"name\":\"none\"}", 0);
    Api.Answer answer = api.send("PUT", session, new byte[0], "Content-Range", "bytes */0");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(drive.items().size(answer.string("id"))).isZero();
  }

  @Test
  void resumable_needsNoToken_butNoBadOne() {
    byte[] content = bytes(7);
    String session = begin("{}", 7);
    assertThat(put(api.bearing("stale"), session, content, 0, 7).status()).isEqualTo(401);
    assertThat(put(api.anonymous(), session, content, 0, 7).status()).isEqualTo(200);
  }

  @Test
  void resumable_chunk_thatDoesNotFit_isRefused() {
    byte[] content = bytes(2 * UNIT);
    String session = begin("{}", content.length);
    assertThat(put(session, content, 0, UNIT - 1).status()).isEqualTo(400);
    assertThat(put(session, content, UNIT, 2 * UNIT).status()).isEqualTo(503);
    assertThat(refused(session, "bytes 0-262143/9999999")).isEqualTo(400);
    assertThat(refused(session, "bytes 0-262142/524288")).isEqualTo(400);
    assertThat(refused(session, "bytes 5-4/524288")).isEqualTo(400);
    assertThat(refused(session, "bytes 0-/524288")).isEqualTo(400);
    assertThat(refused(session, "items 0-262143/524288")).isEqualTo(400);
    assertThat(ask(session, content.length).header("Range")).isEmpty();
    assertThat(put(session, content, 0, 2 * UNIT).status()).isEqualTo(200);
  }

  private static int refused(String session, String range) {
    return api.send("PUT", session, new byte[UNIT], "Content-Range", range).status();
  }

  @Test
  void resumable_twoForOneId_makeOneFile() {
    String id =
        api.get(Api.FILES + "/generateIds?count=1").text().replaceAll("(?s).*\\[\"|\".*", "");
    String metadata = "{\"id\":\"" + id + "\"}";
    String first = begin(metadata, 1);
    String second = begin(metadata, 1);
    assertThat(put(first, bytes(1), 0, 1).string("id")).isEqualTo(id);
    assertThat(put(second, bytes(1), 0, 1).reason()).isEqualTo("fileIdInUse");
    assertThat(ask(second, 1).status()).isEqualTo(404);
    assertThat(ask(first, 1).string("id")).isEqualTo(id);
  }

  @Test
  void resumable_update_keepsTheIdAndTheOldContentUntilItIsDone() {
    String id = drive.items().addFile(root, "old", "text/plain", bytes(3));
    Api.Answer begun =
        api.json("PATCH", UPLOAD + "/" + id + "?uploadType=resumable", "{\"name\":\"new\"}");
    String session = begun.header("Location");
    byte[] content = bytes(UNIT + 1);
    put(session, content, 0, UNIT);
    assertThat(drive.items().size(id)).isEqualTo(3);
    assertThat(put(session, content, UNIT, UNIT + 1).string("id")).isEqualTo(id);
    assertThat(drive.items().name(id)).isEqualTo("new");
    assertThat(drive.items().size(id)).isEqualTo(UNIT + 1);
  }

  @Test
  void resumable_takesLess_andWhatCameTwiceCountsOnce() {
    byte[] content = bytes(3 * UNIT);
    String session = begin("{}", content.length);
    drive.faults().takeLess(UNIT + 100);
    Api.Answer less = put(session, content, 0, content.length);
    assertThat(less.status()).isEqualTo(308);
    assertThat(less.header("Range")).isEqualTo("bytes=0-" + (UNIT - 1));
    Api.Answer whole = put(session, content, 0, content.length);
    assertThat(drive.items().content(whole.string("id"))).hasBinaryContent(content);
  }

  @Test
  void resumable_cut_keepsWholeUnits() {
    byte[] content = bytes(3 * UNIT);
    String session = begin("{}", content.length);
    drive.faults().cutUploadAt(2 * UNIT + 1);
    assertThatThrownBy(() -> put(session, content, 0, content.length))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(ask(session, content.length).header("Range")).isEqualTo("bytes=0-" + (2 * UNIT - 1));
    assertThat(put(session, content, 2 * UNIT, content.length).status()).isEqualTo(200);
  }

  @Test
  void resumable_isGoneAfterAWeek_onDemand_andWhenDeleted() {
    byte[] content = bytes(1);
    String ended = begin("{}", 1);
    drive.endUploads(410);
    assertThat(put(ended, content, 0, 1).status()).isEqualTo(410);
    String deleted = begin("{}", 1);
    assertThat(drive.openUploads()).isPositive();
    assertThat(api.send("DELETE", deleted, new byte[0]).status()).isEqualTo(499);
    assertThat(ask(deleted, 1).status()).isEqualTo(404);
    String old = begin("{}", 1);
    google.advance(Duration.ofDays(8));
    assertThat(put(api.anonymous(), old, content, 0, 1).status()).isEqualTo(404);
    api = Api.of(google, ada, "drive");
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 + i / UNIT);
    }
    return bytes;
  }

  private static String begin(String metadata, long length) {
    Api.Answer answer =
        api.send(
            "POST",
            UPLOAD + "?uploadType=resumable",
            metadata.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json",
            "X-Upload-Content-Length",
            Long.toString(length));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.header("Location");
  }

  private static Api.Answer put(String session, byte[] content, int from, int to) {
    return put(api, session, content, from, to);
  }

  private static Api.Answer put(Api caller, String session, byte[] content, int from, int to) {
    byte[] chunk = Arrays.copyOfRange(content, from, to);
    return caller.send("PUT", session, chunk, "Content-Range", range(from, to, content.length));
  }

  private static String range(int from, int to, int total) {
    return "bytes " + from + "-" + (to - 1) + "/" + total;
  }

  private static Api.Answer ask(String session, int total) {
    return api.send("PUT", session, new byte[0], "Content-Range", "bytes */" + total);
  }
}
