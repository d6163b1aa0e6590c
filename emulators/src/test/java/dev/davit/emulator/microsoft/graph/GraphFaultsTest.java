package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Fault;
import dev.davit.emulator.Http;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong on demand. */
class GraphFaultsTest extends BytesBench {
  private static final String CHILDREN = ME + "/root/children";

  private final Http api = somebody("api" + System.nanoTime(), false);

  @Test
  void limits_sayWhenToTryAgain() {
    for (Fault fault :
        List.of(
            GraphFaults.throttled(Duration.ofSeconds(7)),
            GraphFaults.unavailable(Duration.ofSeconds(7)),
            GraphFaults.bandwidthExceeded(Duration.ofSeconds(7)))) {
      microsoft.faults().inject(fault);
      HttpResponse<String> refused = api.get(ME);
      assertThat(refused.statusCode()).isEqualTo(fault.status());
      assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    }
    assertThat(api.get(ME).statusCode()).isEqualTo(200);
  }

  @Test
  void refusals_haveTheVendorsCodes() {
    Map<Fault, String> codes =
        Map.of(
            GraphFaults.locked(), "resourceLocked",
            GraphFaults.quotaLimitReached(), "quotaLimitReached",
            GraphFaults.resourceModified(), "resourceModified/entityTagDoesNotMatch",
            GraphFaults.accessDenied(), "accessDenied",
            GraphFaults.invalidToken(), "InvalidAuthenticationToken",
            GraphFaults.generalException(), "generalException");
    codes.forEach(
        (fault, code) -> {
          microsoft.faults().inject(fault);
          HttpResponse<String> refused = api.get(ME);
          assertThat(refused.statusCode()).isEqualTo(fault.status());
          assertThat(code(refused)).isEqualTo(code);
        });
  }

  @Test
  void control_doesTheSameForPeople() {
    assertThat(command("graph-throttled?seconds=3")).isEqualTo(200);
    assertThat(api.get(ME).statusCode()).isEqualTo(429);
    command("graph-error-inside");
    assertThat(json(api.get(ME))).containsOnlyKeys("error");
    command("graph-already-uploading");
    assertThat(api.get(ME).statusCode()).isEqualTo(200);
    assertThat(code(create(api, "a.txt", "{}"))).isEqualTo("nameAlreadyExists");
    command("graph-final-status?status=200");
    command("graph-take-less?bytes=5");
    String session = begin(api, "a.txt", "{}");
    assertThat(expected(send(session, bytes(7), 0, 7))).isEqualTo(List.of("5-"));
    assertThat(send(session, bytes(7), 5, 7).statusCode()).isEqualTo(200);
    command("graph-end-uploads?status=410");
    String address = address(api, "a.txt");
    command("graph-whole-files?on=true");
    assertThat(open.get(address, "Range", "bytes=1-").statusCode()).isEqualTo(200);
    command("graph-expire-downloads?status=403");
    assertThat(open.get(address).statusCode()).isEqualTo(403);
    command("graph-fail-fragment?status=502&on=false");
    command("clear");
    assertThat(send(begin(api, "b.txt", "{}"), bytes(7), 0, 7).statusCode()).isEqualTo(201);
    assertThat(command("graph-take-less")).isEqualTo(400);
    assertThat(open.get("/emulator/").body()).contains("graph-resync", "graph-rewriting");
  }

  @Test
  void control_changesAccountsAndItems() {
    MicrosoftAccount eve = microsoft.addAccount("eve" + System.nanoTime() + "@example.org");
    Http hers = http(eve);
    command("graph-quota?bytes=5&email=" + eve.email());
    assertThat(code(create(hers, "a.txt", "{\"item\":{\"fileSize\":6}}")))
        .isEqualTo("quotaLimitReached");
    command("graph-unknown-quota?on=true&email=" + eve.email());
    assertThat(hers.get(ME).body()).contains("\"total\":0");
    String id = text(put(hers, "b.txt", bytes(3)), "id");
    command("graph-lock?code=resourceLocked&id=" + id);
    assertThat(hers.send("DELETE", ME + "/items/" + id, "").statusCode()).isEqualTo(423);
  }

  private static int command(String command) {
    return open.send("POST", "/emulator/" + command, "").statusCode();
  }

  @Test
  void download_isCutInTheMiddle() {
    put(api, "a.txt", bytes(99));
    String address = address(api, "a.txt");
    microsoft.faults().inject(Fault.truncated(10).at("/download/"));
    assertThatThrownBy(() -> open.get(address)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void lastFragment_isLost_andTheFileIsThere() {
    String session = begin(api, "a.txt", "{}");
    microsoft.faults().inject(Fault.lost().on("PUT").at("/upload/"));
    assertThatThrownBy(() -> send(session, bytes(9), 0, 9))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(content(api, "a.txt")).hasSize(9);
    assertThat(open.get(session).statusCode()).isEqualTo(404);
  }

  @Test
  void pages_areEmpty_repeat_andLeaveOut() {
    for (int i = 0; i < 4; i++) {
      put(api, "f" + i, bytes(1));
    }
    graph.faults().emptyPages(1);
    HttpResponse<String> empty = api.get(CHILDREN + "?$top=2");
    assertThat(new Answer(empty).items("name")).isEmpty();
    String next = text(empty, "@odata.nextLink");
    HttpResponse<String> first = api.get(next);
    assertThat(new Answer(first).items("name")).containsExactly("f0", "f1");
    graph.faults().repeatItems(1);
    assertThat(new Answer(api.get(text(first, "@odata.nextLink"))).items("name"))
        .containsExactly("f1", "f2");
    graph.faults().skipItems(1);
    assertThat(new Answer(api.get(CHILDREN)).items("name")).hasSize(3);
    assertThat(new Answer(api.get(CHILDREN)).items("name")).hasSize(4);
  }
}
