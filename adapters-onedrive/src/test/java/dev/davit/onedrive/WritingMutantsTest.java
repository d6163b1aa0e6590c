package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.BrokenClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The emulated OneDrive is strict: an adapter that is broken in one way fails at it. It is broken
 * here by changing what it sends.
 */
class WritingMutantsTest extends WritingBench {
  static Stream<BrokenClient<Writer>> mutants() {
    return Stream.of(
        BrokenClient.<Writer>sending(
            "content has a media type",
            "PUT .*/content.*",
            WritingMutantsTest::untyped,
            WritingMutantsTest::small),
        BrokenClient.<Writer>sending(
            "there are three ways out of a conflict, and no other",
            "PUT .*/content.*",
            sent -> sent.to(sent.path().replace("=fail", "=nonsense")),
            WritingMutantsTest::small),
        BrokenClient.<Writer>sending(
            "a conflict that is not spoken of is overwritten",
            "PUT .*/content.*",
            sent -> sent.to(sent.path().replaceFirst("\\?.*", "")),
            WritingMutantsTest::rival),
        BrokenClient.<Writer>sending(
            "a condition is on the etag that there is",
            "PUT .*/content.*",
            sent -> sent.with("If-Match", "\"{0},99\""),
            WritingMutantsTest::replace),
        BrokenClient.<Writer>sending(
            "fragments but the last are multiples of 320 KiB",
            "PUT /upload/.*",
            Sent::shortened,
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "a range is as long as its body",
            "PUT /upload/.*",
            sent -> sent.saying(sent.text() + "x"),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "the total is what was announced",
            "POST .*createUploadSession.*",
            sent ->
                sent.saying(
                    sent.text()
                        .replaceFirst(
                            "\"fileSize\":\\d+", "\"fileSize\":" + UploadBench.LARGE * 2)),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "the total is always said",
            "PUT /upload/.*",
            sent ->
                sent.with("Content-Range", sent.header("Content-Range").replaceFirst("/.*", "/*")),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "a session is begun by a POST",
            "POST .*createUploadSession.*",
            sent -> sent.as("PUT"),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "a session takes no parameters that there are not",
            "POST .*createUploadSession.*",
            sent -> sent.saying(sent.text().replaceFirst("\"item\"", "\"file\"")),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "no token goes to the address of an upload",
            "PUT /upload/.*",
            sent -> sent.with("Authorization", "Bearer some-token"),
            WritingMutantsTest::large),
        BrokenClient.<Writer>sending(
            "no token goes to the address of a monitor",
            "GET /monitor/.*",
            sent -> sent.with("Authorization", "Bearer some-token"),
            WritingMutantsTest::copy),
        BrokenClient.<Writer>sending(
            "a folder is what is made as one",
            "POST .*/children.*",
            sent -> sent.saying(sent.text().replace("\"folder\"", "\"file\"")),
            WritingMutantsTest::makeFolder),
        BrokenClient.<Writer>sending(
            "what changes an item is a PATCH",
            "PATCH .*",
            sent -> sent.as("POST"),
            WritingMutantsTest::move),
        BrokenClient.<Writer>sending(
            "a parent is named by its own id",
            "PATCH .*",
            sent -> sent.saying(sent.text().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"root\"")),
            WritingMutantsTest::move),
        BrokenClient.<Writer>sending(
            "properties that can't be written are refused",
            "PATCH .*",
            sent -> sent.saying(sent.text().replaceFirst("[{]", "{\"size\":1,")),
            WritingMutantsTest::move),
        BrokenClient.<Writer>sending(
            "copies on personal accounts know no conflicts",
            "POST .*/copy.*",
            sent -> sent.to(sent.path().replace("=fail", "=rename")),
            WritingMutantsTest::copy),
        BrokenClient.<Writer>sending(
            "what is removed is named by its id",
            "DELETE /v1.0/.*",
            sent -> sent.to("/v1.0/me/drive/root"),
            WritingMutantsTest::delete),
        BrokenClient.<Writer>sending(
            "nobody is let in without a token",
            "[A-Z]+ /v1.0/.*",
            sent -> sent.with("Authorization", "Bearer none"),
            WritingMutantsTest::small));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void brokenAdapter_fails(BrokenClient<Writer> mutant) throws IOException {
    try (RewritingLine line = mutant.line(microsoft.url().getPort());
        Writer eve = Writer.by(microsoft, graph, somebody(), line.url())) {
      assertThatThrownBy(() -> mutant.failing().accept(eve))
          .isInstanceOfAny(CloudException.class, AssertionError.class);
      assertThat(line.hasRewritten()).isTrue();
    }
  }

  @Test
  void wholeAdapter_doesNot() throws IOException {
    try (RewritingLine line = new RewritingLine(microsoft.url().getPort(), sent -> sent)) {
      for (BrokenClient<Writer> mutant : mutants().toList()) {
        try (Writer eve = Writer.by(microsoft, graph, somebody(), line.url())) {
          mutant.failing().accept(eve);
        }
      }
    }
  }

  private static Sent untyped(Sent sent) {
    Map<String, String> headers = new TreeMap<>(sent.headers());
    headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    return new Sent(sent.method(), sent.path(), headers, sent.body());
  }

  private static void small(Writer eve) {
    assertThat(eve.text(eve.write("small", TestContent.of("text")))).isEqualTo("text");
  }

  private static void rival(Writer eve) {
    assertThatThrownBy(
            () ->
                eve.write(
                    "file",
                    new Meddling(
                        4, () -> eve.items().addFile(eve.root(), "file", new byte[] {1, 2}))))
        .isInstanceOf(CloudException.class);
    assertThat(eve.items().size(eve.named("file"))).isEqualTo(2);
  }

  private static void replace(Writer eve) {
    eve.write("file", TestContent.of("old"));
    Entry now = eve.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(eve.text(now)).isEqualTo("new");
  }

  private static void large(Writer eve) {
    eve.microsoft().requests().clear();
    TestContent content = TestContent.generated(UploadBench.LARGE);
    assertThat(eve.write("large", content).size()).isEqualTo(UploadBench.LARGE);
    assertThat(eve.ranges()).hasSize(3);
  }

  private static void copy(Writer eve) {
    Entry file = eve.write("file", TestContent.of("text"));
    Entry copy =
        eve.storage()
            .copying()
            .orElseThrow()
            .copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(eve.text(copy)).isEqualTo("text");
  }

  private static void makeFolder(Writer eve) {
    assertThat(eve.storage().createFolder(EntryId.ROOT, "folder").isFolder()).isTrue();
  }

  private static void move(Writer eve) {
    Entry file = eve.write("file", TestContent.of("text"));
    EntryId to = eve.storage().createFolder(EntryId.ROOT, "to").id();
    eve.storage().move(file.id(), to, "file", ConflictPolicy.FAIL);
    assertThat(eve.names()).containsExactly("to");
  }

  private static void delete(Writer eve) {
    Entry file = eve.write("file", TestContent.of("text"));
    eve.storage().delete(file.id());
    assertThat(eve.items().trashed(eve.account())).containsExactly("file");
  }
}
