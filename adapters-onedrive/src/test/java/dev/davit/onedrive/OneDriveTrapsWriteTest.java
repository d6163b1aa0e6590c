package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.graph.GraphFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of making and replacing files: a test for each line that decides it. */
class OneDriveTrapsWriteTest extends WritingBench {
  @Test
  void lostAnswers_makeNoSecondFileOrFolder() {
    microsoft.faults().inject(Fault.lost().on("PUT").at("/content"));
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.faults().inject(Fault.lost().on("POST").at("/children"));
    Entry made = ada.storage().createFolder(EntryId.ROOT, "folder");
    assertThat(ada.names()).containsExactlyInAnyOrder("file", "folder");
    assertThat(ada.text(file)).isEqualTo("text");
    assertThat(made.isFolder()).isTrue();
    assertThat(ada.changes()).hasSize(2);
  }

  @Test
  void folderThatIsThere_afterALostAnswer_isOurs_onlyIfItIsEmpty() {
    microsoft.faults().inject(Fault.dropped().on("POST").at("/children"));
    microsoft.faults().inject(Fault.dropped().on("GET").at("root:/folder"));
    assertThat(ada.storage().createFolder(EntryId.ROOT, "other").isFolder()).isTrue();
    microsoft.clearFaults();
    ada.items().addFolder(ada.items().addFolder(ada.root(), "full"), "inner");
    Writer.assertFails(ErrorKind.CONFLICT, () -> ada.storage().createFolder(EntryId.ROOT, "full"));
    ada.items().addFolder(ada.root(), "empty");
    Writer.assertFails(ErrorKind.CONFLICT, () -> ada.storage().createFolder(EntryId.ROOT, "empty"));
  }

  @Test
  void nameAlreadyExists_ofAFolderMadeMeanwhile_isAConflict_evenIfItIsEmpty() {
    microsoft
        .faults()
        .inject(
            Fault.answer(409, "application/json", "{\"error\":{\"code\":\"nameAlreadyExists\"}}")
                .on("POST")
                .at("/children"));
    Writer.assertFails(
        ErrorKind.CONFLICT, () -> ada.storage().createFolder(EntryId.ROOT, "folder"));
    assertThat(ada.changes()).hasSize(1);
  }

  @Test
  void lostAnswerToAWrite_isLookedUp_byItsHash_notTakenForAnothersOfTheSameSize() {
    microsoft.faults().inject(Fault.dropped().on("PUT").at("/content"));
    Content content = new Meddling(4, () -> theirs("file", "4444"));
    Writer.assertFails(ErrorKind.CONFLICT, () -> ada.write("file", content));
    assertThat(ada.items().text(ada.named("file"))).isEqualTo("4444");
  }

  private void theirs(String name, String text) {
    ada.items().addFile(ada.root(), name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void requests_areNotMadeTwice() {
    EntryId folder = ada.storage().createFolder(EntryId.ROOT, "folder").id();
    WriteAttempt attempt = Writer.attempt(folder, "file");
    microsoft.requests().clear();
    Entry file = ada.storage().write(replacing(attempt, "x"));
    assertThat(asked()).isEqualTo(2);
    ada.storage().write(replacing(attempt, "y"));
    assertThat(asked()).isEqualTo(2);
    ada.storage().move(file.id(), folder, "other", ConflictPolicy.FAIL);
    assertThat(asked()).isEqualTo(4);
    ada.storage().delete(file.id());
    assertThat(asked()).isEqualTo(2);
    ada.storage().recover(attempt);
    assertThat(asked()).isEqualTo(1);
  }

  private static WriteRequest replacing(WriteAttempt attempt, String text) {
    return new WriteRequest(attempt, TestContent.of(text), null, ConflictPolicy.REPLACE, null);
  }

  private static int asked() {
    int asked = microsoft.requests().all().size();
    microsoft.requests().clear();
    return asked;
  }

  @Test
  void replacing_isOnePut_onTheIdThatIsThere_whichStays() {
    Entry old = ada.write("file", TestContent.of("old"));
    String id = ada.named("file");
    microsoft.requests().clear();
    Entry now = ada.write("FILE", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(now.id()).isEqualTo(old.id());
    assertThat(ada.text(now)).isEqualTo("new");
    assertThat(ada.named("file")).isEqualTo(id);
    assertThat(ada.changes()).hasSize(1).first().extracting(Exchange::method).isEqualTo("PUT");
  }

  @Test
  void lostAnswerToReplacing_isAskedAfter() {
    ada.write("file", TestContent.of("old"));
    microsoft.requests().clear();
    microsoft.faults().inject(Fault.lost().on("PUT").at("/content"));
    Entry now = ada.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(ada.text(now)).isEqualTo("new");
    assertThat(ada.changes()).hasSize(1);
  }

  @Test
  void etag_isSent_andComparedOnceMoreJustBeforeTheChange() {
    Entry old = ada.write("file", TestContent.of("old"));
    String etag = Objects.requireNonNull(old.etag());
    Content content =
        new Meddling(
            4,
            () -> ada.items().write(ada.named("file"), "theirs".getBytes(StandardCharsets.UTF_8)));
    microsoft.requests().clear();
    Writer.assertFails(
        ErrorKind.PRECONDITION_FAILED,
        () -> ada.storage().write(Writer.request("file", content, ConflictPolicy.REPLACE, etag)));
    assertThat(ada.items().text(ada.named("file"))).isEqualTo("theirs");
    assertThat(ada.changes()).isEmpty();
    Entry now = ada.storage().stat(old.id());
    ada.storage()
        .write(Writer.request("file", TestContent.of("new"), ConflictPolicy.REPLACE, now.etag()));
    assertThat(ada.changes()).hasSize(1).allMatch(sent -> sent.header("If-Match").isPresent());
  }

  @Test
  void etag_ofALargeFile_isWhatItsSessionDependsOn() {
    Entry old = ada.write("file", TestContent.of("old"));
    TestContent content = TestContent.generated(UploadBench.LARGE);
    ada.storage().write(Writer.request("file", content, ConflictPolicy.REPLACE, old.etag()));
    assertThat(microsoft.requests().of("POST", "createUploadSession"))
        .hasSize(1)
        .allMatch(sent -> sent.header("If-Match").isPresent());
  }

  @Test
  void limits_areToldApart() {
    for (Fault full : List.of(GraphFaults.quotaLimitReached(), GraphFaults.quotaLimitReached())) {
      microsoft.faults().inject(full.on("PUT"));
      Writer.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> ada.write("file", TestContent.of("text")));
    }
    microsoft.faults().inject(GraphFaults.accessDenied().on("PUT"));
    Writer.assertFails(ErrorKind.PROVIDER_DENIED, () -> ada.write("file", TestContent.of("text")));
    microsoft.faults().inject(GraphFaults.locked().on("PUT"));
    Writer.assertFails(ErrorKind.LOCKED, () -> ada.write("file", TestContent.of("text")));
    microsoft.faults().inject(GraphFaults.resourceModified().on("PUT"));
    Writer.assertFails(
        ErrorKind.PRECONDITION_FAILED, () -> ada.write("file", TestContent.of("text")));
    assertThat(ada.pauses()).isEmpty();
    assertThat(ada.names()).isEmpty();
  }

  @Test
  void fullStorage_isSaidBeforeTheBytesAreSent() {
    ada.items().quota(ada.account(), 1000);
    TestContent large = TestContent.generated(UploadBench.LARGE);
    Writer.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> ada.write("large", large));
    assertThat(ada.ranges()).isEmpty();
  }

  @Test
  void tokenThatEnds_isRenewedOnce_andTheWriteGoesOn() {
    microsoft.expireAccessTokens();
    Entry entry = ada.write("file", TestContent.of("text"));
    assertThat(ada.text(entry)).isEqualTo("text");
    assertThat(ada.tokens()).isEqualTo(2);
  }

  @Test
  void recover_findsWhatHasTheName_andRemovesNothing() {
    WriteAttempt attempt = Writer.attempt(EntryId.ROOT, "file");
    assertThat(ada.storage().recover(attempt)).isEmpty();
    Entry file = ada.write("file", TestContent.of("text"));
    assertThat(ada.storage().recover(attempt)).contains(file);
    assertThat(ada.names()).containsExactly("file");
  }
}
