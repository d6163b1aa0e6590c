package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents over HTTP: stored at the foreign server, read whole and in parts. */
class DocumentsEndToEndTest {
  private static final byte[] BYTES = Samples.bytes(1000);

  @TempDir static Path place;
  private static House house;
  private static Client ada;
  private static String content;
  private static String etag;

  @BeforeAll
  static void open() {
    house = House.open(place);
    ada = house.user("ada");
    house.connect(ada);
    ada.patch("/api/users/me/default-storage", Map.of("provider", "webdav")).expect(200);
    content = ada.store("ranges.bin", BYTES).expect(201).header("Location") + "/content";
    etag = ada.get(content).expect(200).header("ETag");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10",
    "bytes=0-0, 0, 1",
    "bytes=999-999, 999, 1000",
    "bytes=990-, 990, 1000",
    "bytes=-50, 950, 1000",
    "bytes=-5000, 0, 1000",
    "bytes=500-99999, 500, 1000"
  })
  void read_aRange_answersThoseBytes(String range, int from, int to) {
    Answer part = ada.with("Range", range).get(content).expect(206);

    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(BYTES, from, to));
    assertThat(part.header("Content-Range")).isEqualTo("bytes %d-%d/1000".formatted(from, to - 1));
    assertThat(part.header("Content-Length")).isEqualTo(String.valueOf(to - from));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
  void read_outsideOfIt_is416(String range) {
    Answer refused =
        ada.with("Range", range).get(content).expectProblem(416, "range-not-satisfiable");

    assertThat(refused.header("Content-Range")).isEqualTo("bytes */1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-9,20-29", "lines=1-2", "bytes=x-y", "bytes=9-0"})
  void read_aRangeThatIsNone_answersAll(String range) {
    assertThat(ada.with("Range", range).get(content).expect(200).bytes()).isEqualTo(BYTES);
  }

  @Test
  void read_conditions_areKept() {
    assertThat(etag).isEqualTo('"' + Samples.sha256(BYTES) + '"');
    assertThat(ada.with("If-None-Match", etag).get(content).expect(304).bytes()).isEmpty();
    ada.with("If-None-Match", "\"other\"").get(content).expect(200);
    Client part = ada.with("Range", "bytes=0-9");
    part.with("If-Range", etag).get(content).expect(206);
    part.with("If-Range", "\"other\"").get(content).expect(200);
  }

  @Test
  void head_answersWhatGetWould_withoutBytes() {
    Answer head = ada.send("HEAD", content, BodyPublishers.noBody()).expect(200);

    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo("1000");
    assertThat(head.header("ETag")).isEqualTo(etag);
  }

  @Test
  void W5_download_isAnAttachmentThatNoBrowserSniffs() {
    Answer page =
        ada.upload(
                "/api/documents",
                "evil\"; é\u202E.html",
                "text/html",
                BodyPublishers.ofString("<script>alert(1)</script>"))
            .expect(201);

    Answer download = ada.get(page.header("Location") + "/content").expect(200);
    assertThat(download.header("Content-Disposition"))
        .startsWith("attachment")
        .doesNotContain("evil\"; é")
        .contains("filename*=UTF-8''");
    assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void store_asAFormDoes_keepsNameAndBytes() {
    byte[] bytes = "Grüße".getBytes(StandardCharsets.UTF_8);

    Answer stored = ada.multipart("/api/documents", "grüße.txt", bytes).expect(201);

    assertThat(stored.text("name")).isEqualTo("grüße.txt");
    assertThat(stored.json().path("size").asLong()).isEqualTo(bytes.length);
    assertThat(stored.text("sha256")).isEqualTo(Samples.sha256(bytes));
    assertThat(house.foreign().folder().resolve("grüße.txt")).hasBinaryContent(bytes);
    assertThat(ada.get(stored.header("Location") + "/content").expect(200).bytes())
        .isEqualTo(bytes);
  }

  @Test
  void store_ofUnknownLength_keepsAllBytes() {
    byte[] bytes = Samples.bytes(500_000);

    Answer stored =
        ada.upload(
                "/api/documents",
                "chunked.bin",
                "application/octet-stream",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .expect(201);

    assertThat(stored.text("sha256")).isEqualTo(Samples.sha256(bytes));
    assertThat(house.foreign().folder().resolve("chunked.bin")).hasBinaryContent(bytes);
  }

  @Test
  void store_nothingAtAll_isAnEmptyDocument() {
    Answer stored = ada.store("empty.bin", new byte[0]).expect(201);

    assertThat(stored.json().path("size").asLong()).isZero();
    assertThat(ada.get(stored.header("Location") + "/content").expect(200).bytes()).isEmpty();
  }

  @Test
  void store_theSameNameTwice_keepsBoth() {
    Answer first = ada.store("twice.bin", Samples.bytes(10)).expect(201);
    Answer second = ada.store("twice.bin", Samples.bytes(20)).expect(201);

    assertThat(ada.get(first.header("Location") + "/content").bytes()).isEqualTo(Samples.bytes(10));
    assertThat(ada.get(second.header("Location") + "/content").bytes())
        .isEqualTo(Samples.bytes(20));
  }

  @Test
  void list_inPages_answersEachDocumentOnce() {
    Client bob = house.user("bob");
    for (int i = 0; i < 5; i++) {
      bob.store("own " + i, Samples.bytes(i)).expect(201);
    }

    Answer first = bob.get("/api/documents?limit=3").expect(200);
    String token = Client.encoded(first.text("next_page_token"));
    Answer rest = bob.get("/api/documents?limit=3&page_token=" + token).expect(200);

    assertThat(first.json().findValuesAsText("name")).containsExactly("own 4", "own 3", "own 2");
    assertThat(rest.json().findValuesAsText("name")).containsExactly("own 1", "own 0");
    assertThat(rest.json().has("next_page_token")).isFalse();
  }

  @Test
  void removedAtTheServer_isLostAndSaysSo() throws IOException {
    Answer stored = ada.store("gone.bin", Samples.bytes(10)).expect(201);
    Files.delete(house.foreign().folder().resolve("gone.bin"));

    ada.get(stored.header("Location") + "/content").expectProblem(404, "not-found");
    assertThat(ada.get(stored.header("Location")).expect(200).text("state")).isEqualTo("LOST");
    ada.delete(stored.header("Location")).expect(204);
  }

  @Test
  void deletedAfterAnotherTookItsPlace_leavesThatAlone() throws IOException {
    String gone = ada.store("place.bin", Samples.bytes(10)).expect(201).header("Location");
    Files.delete(house.foreign().folder().resolve("place.bin"));
    byte[] bytes = Samples.bytes(20);
    String there = ada.store("place.bin", bytes).expect(201).header("Location");

    ada.delete(gone).expect(204);

    assertThat(ada.get(there + "/content").expect(200).bytes()).isEqualTo(bytes);
    ada.delete(there).expect(204);
    assertThat(house.foreign().folder().resolve("place.bin")).doesNotExist();
  }
}
