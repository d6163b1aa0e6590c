package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Http;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upload sessions (driveitem-createuploadsession). */
class SessionsTest extends BytesBench {
  private static final byte[] CONTENT = bytes(2 * UNIT + 5);

  private final Http api = somebody("api" + System.nanoTime(), false);

  @Test
  void fragments_sayWhatIsExpected_andTheLastOneBringsTheItem() {
    HttpResponse<String> created = create(api, "big.txt", "{}");
    assertThat(json(created)).containsKeys("uploadUrl", "expirationDateTime");
    assertThat(expected(created)).isEqualTo(List.of("0-"));
    String session = text(created, "uploadUrl");
    HttpResponse<String> first = send(session, CONTENT, 0, UNIT);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(expected(first)).isEqualTo(List.of(UNIT + "-"));
    assertThat(api.get(path("big.txt").replaceFirst(":$", "")).statusCode()).isEqualTo(404);
    HttpResponse<String> state = open.get(session);
    assertThat(state.statusCode()).isEqualTo(200);
    assertThat(json(state)).isEqualTo(json(first));
    HttpResponse<String> last = send(session, CONTENT, UNIT, CONTENT.length);
    assertThat(last.statusCode()).isEqualTo(201);
    assertThat(text(last, "name")).isEqualTo("big.txt");
    assertThat(text(last, "size")).isEqualTo(Integer.toString(CONTENT.length));
    assertThat(hash(last)).isEqualTo(hash(CONTENT));
    assertThat(content(api, "big.txt")).isEqualTo(new String(CONTENT, StandardCharsets.US_ASCII));
  }

  @Test
  void personal_saysWhereTheMissingEnds() {
    String session = begin(somebody("eve" + System.nanoTime(), true), "a.txt", "{}");
    assertThat(expected(send(session, CONTENT, 0, UNIT)))
        .isEqualTo(List.of(UNIT + "-" + (CONTENT.length - 1)));
  }

  @Test
  void existing_failsAtOnce_isReplacedWith200_orIsLeftBesideARenamedOne() {
    put(api, "a.txt", bytes(3));
    assertThat(code(create(api, "a.txt", "{}"))).isEqualTo("nameAlreadyExists");
    HttpResponse<String> replaced = whole(begin(api, "a.txt", conflict("replace")));
    assertThat(replaced.statusCode()).isEqualTo(200);
    HttpResponse<String> renamed = whole(begin(api, "a.txt", conflict("rename")));
    assertThat(renamed.statusCode()).isEqualTo(201);
    assertThat(text(renamed, "name")).isEqualTo("a 1.txt");
  }

  private static HttpResponse<String> whole(String session) {
    return send(session, CONTENT, 0, CONTENT.length);
  }

  @Test
  void byId_replacesWhatIsThere_keepingItUntilTheEnd() {
    String id = text(put(api, "a.txt", bytes(3)), "id");
    HttpResponse<String> created =
        api.send("POST", "/v1.0/me/drive/items/" + id + "/createUploadSession", "");
    String session = text(created, "uploadUrl");
    send(session, CONTENT, 0, UNIT);
    assertThat(content(api, "a.txt")).hasSize(3);
    HttpResponse<String> last = send(session, CONTENT, UNIT, CONTENT.length);
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(text(last, "id")).isEqualTo(id);
  }

  @Test
  void conditions_areLookedAtWhenItBegins() {
    String tag = text(put(api, "a.txt", bytes(3)), "eTag");
    String replace = "{\"item\":" + conflict("replace") + "}";
    assertThat(create(api, "a.txt", replace, "If-Match", tag).statusCode()).isEqualTo(200);
    put(api, "a.txt", bytes(4));
    assertThat(code(create(api, "a.txt", replace, "If-Match", tag)))
        .isEqualTo("resourceModified/entityTagDoesNotMatch");
    assertThat(create(api, "a.txt", replace, "If-None-Match", "*").statusCode()).isEqualTo(412);
  }

  @Test
  void whatCameAlready_andWhatIsTooEarly_are416_andTheStateTellsWhereToGoOn() {
    String session = begin(api, "a.txt", "{}");
    send(session, CONTENT, 0, UNIT);
    HttpResponse<String> again = send(session, CONTENT, 0, UNIT);
    assertThat(again.statusCode()).isEqualTo(416);
    assertThat(code(again)).isEqualTo("invalidRange/fragmentOverlap");
    HttpResponse<String> early = send(session, CONTENT, 2 * UNIT, CONTENT.length);
    assertThat(early.statusCode()).isEqualTo(416);
    assertThat(code(early)).isEqualTo("invalidRange/fragmentOutOfOrder");
    assertThat(expected(open.get(session))).isEqualTo(List.of(UNIT + "-"));
    assertThat(send(session, CONTENT, UNIT, CONTENT.length).statusCode()).isEqualTo(201);
  }

  @Test
  void lessIsTaken_onDemand_alsoOfTheLast() {
    String session = begin(api, "a.txt", "{}");
    graph.faults().uploads().takeLess(1000);
    HttpResponse<String> less = send(session, CONTENT, 0, CONTENT.length);
    assertThat(less.statusCode()).isEqualTo(202);
    assertThat(expected(less)).isEqualTo(List.of("1000-"));
    HttpResponse<String> rest = send(session, CONTENT, 1000, CONTENT.length);
    assertThat(hash(rest)).isEqualTo(hash(CONTENT));
  }

  @Test
  void cut_keepsNothingOfTheFragment() {
    String session = begin(api, "a.txt", "{}");
    send(session, CONTENT, 0, UNIT);
    graph.faults().uploads().cutUploadAt(UNIT + 70_000);
    assertThatThrownBy(() -> send(session, CONTENT, UNIT, CONTENT.length))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(expected(open.get(session))).isEqualTo(List.of(UNIT + "-"));
    assertThat(hash(send(session, CONTENT, UNIT, CONTENT.length))).isEqualTo(hash(CONTENT));
  }

  @Test
  void fragment_fails_beforeOrAfterItIsTaken() {
    String session = begin(api, "a.txt", "{}");
    graph.faults().uploads().failFragment(503, false);
    assertThat(send(session, CONTENT, 0, UNIT).statusCode()).isEqualTo(503);
    graph.faults().uploads().failFragment(500, true);
    assertThat(send(session, CONTENT, 0, UNIT).statusCode()).isEqualTo(500);
    assertThat(expected(open.get(session))).isEqualTo(List.of(UNIT + "-"));
    graph.faults().uploads().failFragment(504, true);
    assertThat(send(session, CONTENT, UNIT, CONTENT.length).statusCode()).isEqualTo(504);
    assertThat(content(api, "a.txt")).hasSize(CONTENT.length);
    assertThat(open.get(session).statusCode()).isEqualTo(404);
  }

  @Test
  void finalStatus_isEither_onDemand() {
    graph.faults().uploads().finalStatus(200);
    assertThat(whole(begin(api, "a.txt", "{}")).statusCode()).isEqualTo(200);
    graph.faults().uploads().finalStatus(201);
    assertThat(whole(begin(api, "a.txt", conflict("replace"))).statusCode()).isEqualTo(201);
  }

  @Test
  void nameTakenMeanwhile_is409AtTheEnd_andIsCompletedUnderAnotherName() {
    String session = begin(api, "a.txt", conflict("fail"));
    put(api, "a.txt", bytes(3));
    HttpResponse<String> refused = whole(session);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("nameAlreadyExists");
    assertThat(expected(open.get(session))).isEmpty();
    assertThat(open.send("POST", session, "").statusCode()).isEqualTo(409);
    String body = "{\"name\":\"b.txt\",\"@microsoft.graph.sourceUrl\":\"" + session + "\"}";
    HttpResponse<String> done =
        api.send("PUT", "/v1.0/me/drive/root", body, "Content-Type", "application/json");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    assertThat(hash(done)).isEqualTo(hash(CONTENT));
    assertThat(open.get(session).statusCode()).isEqualTo(404);
    assertThat(content(api, "a.txt")).hasSize(3);
  }

  @Test
  void deferred_isThereWhenToldSo() {
    String session = text(create(api, "a.txt", "{\"item\":{},\"deferCommit\":true}"), "uploadUrl");
    HttpResponse<String> last = whole(session);
    assertThat(last.statusCode()).isEqualTo(202);
    assertThat(expected(last)).isEmpty();
    HttpResponse<String> done = open.send("POST", session, "");
    assertThat(done.statusCode()).isEqualTo(201);
    assertThat(text(done, "name")).isEqualTo("a.txt");
  }

  @Test
  void deferred_ofPersonal_isNotCompletedByPost() {
    Http eve = somebody("eve" + System.nanoTime(), true);
    String session = text(create(eve, "a.txt", "{\"deferCommit\":true}"), "uploadUrl");
    whole(session);
    assertThat(code(open.send("POST", session, ""))).isEqualTo("notSupported");
  }

  @Test
  void session_livesAWeekFromItsLastFragment_andIsGoneOnDemand_whenDeleted_andWhenDone() {
    String session = begin(api, "a.txt", "{}");
    Instant expires = Instant.parse(text(open.get(session), "expirationDateTime"));
    microsoft.advance(Duration.ofDays(6));
    HttpResponse<String> first = send(session, CONTENT, 0, UNIT);
    assertThat(Instant.parse(text(first, "expirationDateTime")))
        .isAfter(expires.plus(Duration.ofDays(5)));
    microsoft.advance(Duration.ofDays(8));
    assertThat(code(open.get(session))).isEqualTo("itemNotFound/uploadSessionNotFound");
    Http later = somebody("late" + System.nanoTime(), false);
    String ended = begin(later, "b.txt", "{}");
    assertThat(graph.openUploads()).isPositive();
    graph.endUploads(403);
    assertThat(send(ended, CONTENT, 0, UNIT).statusCode()).isEqualTo(403);
    String deleted = begin(later, "b.txt", "{}");
    assertThat(open.send("DELETE", deleted, "").statusCode()).isEqualTo(204);
    assertThat(open.get(deleted).statusCode()).isEqualTo(404);
    String done = begin(later, "b.txt", "{}");
    whole(done);
    assertThat(whole(done).statusCode()).isEqualTo(404);
  }

  @Test
  void full_isRefusedWhenItBegins_orWhenItEnds() {
    MicrosoftAccount full = microsoft.addAccount("full" + System.nanoTime() + "@example.org");
    Http theirs = http(full);
    graph.items().quota(full, UNIT);
    String large = "{\"item\":{\"fileSize\":" + CONTENT.length + "}}";
    assertThat(code(create(theirs, "a.txt", large))).isEqualTo("quotaLimitReached");
    HttpResponse<String> refused = whole(begin(theirs, "a.txt", "{}"));
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(code(refused)).isEqualTo("quotaLimitReached");
  }

  @Test
  void authorization_isRefused_andAnOffence() {
    String session = begin(api, "a.txt", "{}");
    int before = graph.offences().size();
    assertThat(api.get(session).statusCode()).isEqualTo(401);
    assertThat(graph.offences()).hasSize(before + 1).last().asString().startsWith("GET /upload/");
    assertThat(whole(session).statusCode()).isEqualTo(201);
    assertThat(graph.offences()).hasSize(before + 1);
  }

  @Test
  void properties_areTheFiles() {
    String item =
        "{\"name\":\"a.txt\",\"fileSystemInfo\":{\"lastModifiedDateTime\":\"2001-02-03T04:05:06Z\"}}";
    assertThat(whole(begin(api, "a.txt", item)).body()).contains("2001-02-03T04:05:06");
  }

  @Test
  void rewriting_altersOfficeFiles_andTheirTagsLater() {
    graph.faults().rewriting(true);
    HttpResponse<String> last = whole(begin(api, "a.docx", "{}"));
    assertThat(text(last, "size")).isNotEqualTo(Integer.toString(CONTENT.length));
    assertThat(hash(last)).isNotEqualTo(hash(CONTENT));
    HttpResponse<String> now = api.get("/v1.0/me/drive/items/" + text(last, "id"));
    assertThat(text(now, "eTag")).isNotEqualTo(text(last, "eTag"));
    assertThat(text(now, "cTag")).isNotEqualTo(text(last, "cTag"));
    assertThat(hash(now)).isEqualTo(hash(last));
    assertThat(hash(whole(begin(api, "a.txt", "{}")))).isEqualTo(hash(CONTENT));
    graph.faults().misstatedSize(7);
    HttpResponse<String> misstated = api.get("/v1.0/me/drive/items/" + text(last, "id"));
    assertThat(Integer.parseInt(text(misstated, "size")))
        .isEqualTo(content(api, "a.docx").length() + 7);
  }
}
