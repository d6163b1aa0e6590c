package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import org.junit.jupiter.api.Test;

class CopyTest extends GraphBench {
  private static Answer copy(String id, String to, String rest) {
    String body = "{'parentReference':{'driveId':'" + items().drive(ada) + "','id':'" + to + "'}";
    return ada().json("POST", item(id) + "/copy", body + rest + "}");
  }

  private static Answer poll(Answer accepted) {
    return nobody().get(Answer.path(accepted.header("Location")));
  }

  @Test
  void copy_isAccepted_andItsMonitorKnowsTheResult() {
    String from = folder("copy");
    items().addFile(items().addFolder(from, "sub"), "a.txt", bytes("x"));
    Answer accepted = copy(from, folder("copies"), ",'name':'other'");
    assertThat(accepted.status()).isEqualTo(202);
    Answer done = poll(accepted);
    assertThat(done.text("status")).isEqualTo("completed");
    String made = done.text("resourceId");
    assertThat(items().name(made)).isEqualTo("other");
    assertThat(ada().get(item(made) + ":/sub/a.txt").text("id")).contains("!");
  }

  @Test
  void monitor_saysThatItIsUnderWay_untilItIsDone() {
    String file = items().addFile(folder("slow"), "a.txt", bytes("x"));
    String to = folder("slow copies");
    graph.faults().slowCopies(2);
    Answer accepted = copy(file, to, "");
    assertThat(poll(accepted).text("status")).isEqualTo("notStarted");
    Answer under = poll(accepted);
    assertThat(under.status() + under.text("status")).isEqualTo("202inProgress");
    assertThat(items().children(to)).isEmpty();
    assertThat(poll(accepted).text("status")).isEqualTo("completed");
    assertThat(poll(accepted).text("status")).isEqualTo("completed");
    assertThat(items().children(to)).hasSize(1);
  }

  @Test
  void monitor_canTellOfFailure_andSendOn() {
    String file = items().addFile(folder("failed"), "a.txt", bytes("x"));
    String to = folder("failed copies");
    graph.faults().failCopy("nameAlreadyExists");
    Answer failed = poll(copy(file, to, ""));
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.object("error").get("code")).isEqualTo("nameAlreadyExists");
    graph.faults().monitorStatus(303);
    Answer other = poll(copy(file, to, ""));
    assertThat(other.status()).isEqualTo(303);
    assertThat(ada().get(Answer.path(other.header("Location"))).text("name")).isEqualTo("a.txt");
  }

  @Test
  void copy_whoseFolderGoesInTheMeantime_fails() {
    String file = items().addFile(folder("lost"), "a.txt", bytes("x"));
    String to = folder("lost copies");
    graph.faults().slowCopies(1);
    Answer accepted = copy(file, to, "");
    items().remove(to);
    assertThat(poll(accepted).text("status")).isEqualTo("inProgress");
    assertThat(poll(accepted).object("error").get("code")).isEqualTo("itemNotFound");
  }

  @Test
  void monitor_wantsNoToken() {
    String file = items().addFile(folder("token"), "a.txt", bytes("x"));
    Answer accepted = copy(file, folder("token copies"), "");
    String token = microsoft.grant(ada, "Files.ReadWrite").access();
    Caller careless = new Caller(Http.bearer(microsoft.url(), token));
    assertThat(careless.get(Answer.path(accepted.header("Location"))).status()).isEqualTo(401);
  }

  @Test
  void copy_ofATakenNameOrIntoItself_isRefused() {
    String folder = folder("refused");
    String file = items().addFile(folder, "a.txt", bytes("x"));
    assertThat(copy(file, folder, "").error()).isEqualTo("nameAlreadyExists");
    assertThat(copy(folder, folder, ",'name':'b'").status()).isEqualTo(400);
  }
}
