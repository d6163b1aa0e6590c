package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunked uploads. */
class UploadsTest {
  private static final String HOME = "/remote.php/dav/files/ada/";
  private static final String UPLOADS = "/remote.php/dav/uploads/ada/";
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.at(dir).clock(NOW::get).minimumChunk(3).start();
    cloud.addUser("ada@example.org", "ada", "secret");
    ada = Http.as(cloud.address(), "ada@example.org", "secret");
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
    cloud.quota("ada", -3);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void chunks_arePutTogether_inTheOrderOfTheirNumbers() {
    begin("one", "whole.txt");
    assertThat(chunk("one", "10", "cc", "whole.txt").statusCode()).isEqualTo(201);
    chunk("one", "00002", "bbb", "whole.txt");
    chunk("one", "1", "aaa", "whole.txt");
    HttpResponse<String> moved = move("one", "whole.txt", "8", "X-OC-MTime", "1675789581");
    assertThat(moved.statusCode()).isEqualTo(201);
    assertThat(moved.headers().firstValue("OC-FileId")).isPresent();
    assertThat(moved.headers().firstValue("X-OC-MTime")).hasValue("accepted");
    HttpResponse<String> got = ada.get(HOME + "whole.txt");
    assertThat(got.body()).isEqualTo("aaabbbcc");
    assertThat(got.headers().firstValue("ETag")).isEqualTo(moved.headers().firstValue("OC-ETag"));
    assertThat(got.headers().firstValue("Last-Modified")).hasValue("Tue, 07 Feb 2023 17:06:21 GMT");
    assertThat(list("one").statusCode()).isEqualTo(404);
  }

  @Test
  void chunks_ontoWhatIsThere_keepItsId() {
    String id = put("kept.txt").headers().firstValue("OC-FileId").orElseThrow();
    begin("keep", "kept.txt");
    chunk("keep", "1", "new", "kept.txt");
    HttpResponse<String> moved = move("keep", "kept.txt", "3");
    assertThat(moved.statusCode()).isEqualTo(204);
    assertThat(moved.headers().firstValue("OC-FileId")).hasValue(id);
  }

  @Test
  void destination_isNeededOnEveryRequest() {
    begin("dest", "d.txt");
    assertThat(ada.send("PUT", UPLOADS + "dest/1", "abc").statusCode()).isEqualTo(400);
    chunk("dest", "1", "abc", "d.txt");
    assertThat(ada.send("MOVE", UPLOADS + "dest/.file", "").statusCode()).isEqualTo(400);
    assertThat(ada.get(HOME + "d.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void names_areNumbersUpToTenThousand() {
    begin("names", "n.txt");
    for (String name : new String[] {"0", "10001", "first", "-1"}) {
      assertThat(chunk("names", name, "abc", "n.txt").statusCode()).as(name).isEqualTo(400);
    }
    assertThat(chunk("names", "10000", "abc", "n.txt").statusCode()).isEqualTo(201);
  }

  @Test
  void chunks_thatAreTooSmall_areRefused_exceptTheLast() {
    begin("small", "s.txt");
    chunk("small", "1", "ab", "s.txt");
    chunk("small", "2", "c", "s.txt");
    assertThat(move("small", "s.txt", "3").statusCode()).isEqualTo(400);
    assertThat(chunk("small", "1", "abc", "s.txt").statusCode()).isEqualTo(204);
    assertThat(move("small", "s.txt", "4").statusCode()).isEqualTo(201);
  }

  @Test
  void total_mustBeTheSum() {
    begin("sum", "sum.txt");
    chunk("sum", "1", "abc", "sum.txt");
    HttpResponse<String> refused = move("sum", "sum.txt", "4");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("do not sum up to 4 but to 3 bytes");
  }

  @Test
  void quota_isCheckedByTheTotal() {
    cloud.quota("ada", cloud.files("ada").toFile().length() + 100_000);
    begin("quota", "q.txt");
    HttpResponse<String> refused =
        ada.send(
            "PUT",
            UPLOADS + "quota/1",
            "abc",
            "Destination",
            to("q.txt"),
            "OC-Total-Length",
            "99999999");
    assertThat(refused.statusCode()).isEqualTo(507);
  }

  @Test
  void folder_listsWhatCame_andWhatItWouldMake() {
    begin("list", "l.txt");
    chunk("list", "1", "abc", "l.txt");
    chunk("list", "2", "de", "l.txt");
    assertThat(list("list").body())
        .contains(UPLOADS + "list/1</d:href>")
        .contains(UPLOADS + "list/2</d:href>")
        .contains(UPLOADS + "list/.file</d:href>")
        .contains("<d:getcontentlength>5</d:getcontentlength>");
    assertThat(ada.get(UPLOADS + "list/1").statusCode()).isEqualTo(405);
  }

  @Test
  void folder_canBeAborted_andIsForgottenAfterADay() {
    begin("abort", "a.txt");
    assertThat(ada.send("DELETE", UPLOADS + "abort", "").statusCode()).isEqualTo(204);
    assertThat(list("abort").statusCode()).isEqualTo(404);
    begin("old", "o.txt");
    NOW.updateAndGet(now -> now.plus(Duration.ofHours(23)));
    chunk("old", "1", "abc", "o.txt");
    NOW.updateAndGet(now -> now.plus(Duration.ofHours(23)));
    assertThat(list("old").statusCode()).isEqualTo(207);
    NOW.updateAndGet(now -> now.plus(Duration.ofHours(1)));
    assertThat(list("old").statusCode()).isEqualTo(404);
    assertThat(chunk("old", "2", "abc", "o.txt").statusCode()).isEqualTo(409);
    assertThat(move("old", "o.txt", "3").statusCode()).isEqualTo(404);
  }

  @Test
  void assembly_thatIsSlow_isThereLater() {
    put("slow.txt");
    begin("slow", "slow.txt");
    chunk("slow", "1", "new", "slow.txt");
    cloud.faults().slowAssembly(504, 2);
    assertThat(move("slow", "slow.txt", "3").statusCode()).isEqualTo(504);
    assertThat(move("slow", "slow.txt", "3").statusCode()).isEqualTo(423);
    assertThat(put("slow.txt").statusCode()).isEqualTo(423);
    assertThat(ada.get(HOME + "slow.txt").body()).isEqualTo("old");
    assertThat(ada.get(HOME + "slow.txt").body()).isEqualTo("new");
    assertThat(list("slow").statusCode()).isEqualTo(404);
  }

  @Test
  void move_holdsToOverwriteAndIf() {
    String etag = put("if.txt").headers().firstValue("ETag").orElseThrow();
    begin("if", "if.txt");
    chunk("if", "1", "new", "if.txt");
    assertThat(move("if", "if.txt", "3", "Overwrite", "F").statusCode()).isEqualTo(412);
    String other = "<" + to("if.txt") + "> ([\"other\"])";
    assertThat(move("if", "if.txt", "3", "If", other).statusCode()).isEqualTo(412);
    String same = "<" + to("if.txt") + "> ([" + etag + "])";
    assertThat(move("if", "if.txt", "3", "If", same).statusCode()).isEqualTo(204);
  }

  @Test
  void move_intoNowhere_is409() {
    begin("nowhere", "n.txt");
    chunk("nowhere", "1", "new", "n.txt");
    assertThat(move("nowhere", "none/n.txt", "3").statusCode()).isEqualTo(409);
  }

  @Test
  void versionOne_hasNamesOfAnyKind() {
    assertThat(ada.send("MKCOL", UPLOADS + "v1", "").statusCode()).isEqualTo(201);
    ada.send("PUT", UPLOADS + "v1/000000000000003-000000000000004", "bb");
    ada.send("PUT", UPLOADS + "v1/000000000000000-000000000000002", "aaa");
    assertThat(move("v1", "v1.txt", "5").statusCode()).isEqualTo(201);
    assertThat(ada.get(HOME + "v1.txt").body()).isEqualTo("aaabb");
  }

  private static void begin(String upload, String name) {
    HttpResponse<String> begun = ada.send("MKCOL", UPLOADS + upload, "", "Destination", to(name));
    assertThat(begun.statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> chunk(
      String upload, String number, String body, String name) {
    return ada.send("PUT", UPLOADS + upload + "/" + number, body, "Destination", to(name));
  }

  private static HttpResponse<String> move(
      String upload, String name, String total, String... headers) {
    String[] all = new String[headers.length + 4];
    all[0] = "Destination";
    all[1] = to(name);
    all[2] = "OC-Total-Length";
    all[3] = total;
    System.arraycopy(headers, 0, all, 4, headers.length);
    return ada.send("MOVE", UPLOADS + upload + "/.file", "", all);
  }

  private static HttpResponse<String> list(String upload) {
    return ada.send("PROPFIND", UPLOADS + upload, "", "Depth", "1");
  }

  private static HttpResponse<String> put(String name) {
    return ada.send("PUT", HOME + name, "old");
  }

  private static String to(String name) {
    return cloud.address().resolve(HOME + name).toString();
  }
}
