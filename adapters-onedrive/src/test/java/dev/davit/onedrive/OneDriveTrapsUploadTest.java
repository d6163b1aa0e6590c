package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is known of OneDrive's uploads: a test for each line that decides how files are sent. */
class OneDriveTrapsUploadTest extends UploadBench {
  @Test
  void largeFile_goesInFragments_eachButTheLastAMultipleOf320KiB_inOrder() {
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges())
        .containsExactly(range(0, PIECE), range(PIECE, 2 * PIECE), range(2 * PIECE, LARGE));
    assertThat(PIECE % (320 * 1024)).isZero();
  }

  @Test
  void fragments_goWithoutAuthorization_theRestWith() {
    assertArrives(TestContent.generated(LARGE));
    for (Exchange exchange : microsoft.requests().all()) {
      assertThat(exchange.header("Authorization").isPresent())
          .as("%s", exchange)
          .isEqualTo(exchange.path().startsWith("/v1.0/"));
    }
  }

  @Test
  void session_isBegunOnTheFilesPath() {
    assertArrives(TestContent.generated(LARGE));
    assertThat(microsoft.requests().of("POST", "/root:/large:/createUploadSession")).hasSize(1);
  }

  @Test
  void largeFile_toAnAccountOfWork_whichIsNotToldItsSize() {
    MicrosoftAccount account =
        microsoft.addAccount("employee@work.example", microsoft.addTenant("work.example"));
    try (Writer employee = writer(account)) {
      Entry file = employee.write("large", TestContent.generated(LARGE));
      assertThat(file.size()).isEqualTo((long) LARGE);
      assertThat(file.altered()).isFalse();
    }
  }

  @Test
  void smallFile_andNothing_goInOneRequest() {
    Entry small = ada.write("small", TestContent.of("text"));
    Entry empty = ada.write("empty", TestContent.of(""));
    assertThat(ada.changes()).hasSize(2).allMatch(sent -> sent.path().contains(":/content"));
    assertThat(ada.text(small)).isEqualTo("text");
    assertThat(empty.size()).isZero();
  }

  @Test
  void fileOf4MB_goesInOneRequest_andOneOfMoreDoesNot() {
    ada.write("at most", TestContent.generated(4_000_000));
    assertThat(microsoft.requests().of("POST", "createUploadSession")).isEmpty();
    ada.write("more", TestContent.generated(4_000_001));
    assertThat(microsoft.requests().of("POST", "createUploadSession")).hasSize(1);
  }

  @Test
  void fileOfUnknownSize_saysItsSizeAllTheSame() {
    assertArrives(TestContent.generated(LARGE).withUnknownSize());
    assertThat(ada.ranges()).first().isEqualTo(range(0, PIECE));
  }

  @Test
  void status202_withLessThanWasSent_isBelieved() {
    graph.faults().uploads().takeLess(100_000);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).element(1).isEqualTo(range(100_000, 100_000 + PIECE));
  }

  @Test
  void status202_thatFallsBackBehindWhatIsHeld_isReadAgain_whereThatMayBe() {
    fallBack();
    TestContent content = TestContent.generated(LARGE).withRepeats();
    assertArrives(content);
    assertThat(content.opened()).isEqualTo(2);
    assertThat(content.closed()).isEqualTo(2);
  }

  @Test
  void status202_thatFallsBackBehindWhatIsHeld_isTheEnd_whereItCanBeReadOnce() {
    fallBack();
    Writer.assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.names()).isEmpty();
    assertThat(graph.openUploads()).isZero();
  }

  /** Microsoft says that it has the first fragment, and then that it has not. */
  private static void fallBack() {
    microsoft
        .faults()
        .inject(
            Fault.answer(202, "application/json", "{\"nextExpectedRanges\":[\"" + PIECE + "-\"]}")
                .on("PUT")
                .at("/upload/"));
  }

  @Test
  void status202_thatNeverMoves_ends() {
    microsoft
        .faults()
        .inject(
            Fault.answer(202, "application/json", "{\"nextExpectedRanges\":[\"0-\"]}")
                .on("PUT")
                .at("/upload/")
                .forever());
    Writer.assertFails(ErrorKind.PROTOCOL, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.ranges()).hasSizeLessThan(10);
  }

  @Test
  void finalStatus200or201_isTheEnd_eitherWay() {
    for (int status : new int[] {200, 201}) {
      graph.faults().uploads().finalStatus(status);
      assertArrives(TestContent.generated(LARGE));
    }
    assertThat(ada.ranges()).hasSize(6);
  }

  @Test
  void status416_isFollowedByAQuestion_andByWhatIsMissing() {
    graph.faults().uploads().failFragment(500, true);
    microsoft.faults().inject(Fault.status(503).on("GET").at("/upload/"));
    microsoft
        .faults()
        .inject(
            Fault.answer(200, "application/json", "{\"nextExpectedRanges\":[\"0-\"]}")
                .on("GET")
                .at("/upload/"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).startsWith(range(0, PIECE), range(0, PIECE), range(PIECE, 2 * PIECE));
    assertThat(microsoft.requests().of("PUT", "/upload/"))
        .anyMatch(exchange -> exchange.status() == 416);
  }

  @Test
  void S7_addressOfAnUpload_thatLeadsElsewhere_isNotFollowed_norSaid() {
    microsoft
        .faults()
        .inject(
            Fault.answer(
                    200,
                    "application/json",
                    "{\"uploadUrl\":\"http://127.0.0.1:9/upload?tempauth=secret-address\"}")
                .on("POST")
                .at("createUploadSession")
                .forever());
    CloudException failure =
        Writer.assertFails(ErrorKind.PROTOCOL, () -> write(TestContent.generated(LARGE)));
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).doesNotContain("secret-address");
    assertThat(ada.ranges()).isEmpty();
  }

  @Test
  void rewrittenFile_isNotSentAgain_norRemoved_andSaidToBeAltered() {
    graph.faults().rewriting(true);
    Entry small = ada.write("small.docx", TestContent.of("text"));
    Entry large = ada.write("large.docx", TestContent.generated(LARGE));
    assertThat(ada.names()).containsExactlyInAnyOrder("small.docx", "large.docx");
    assertThat(small.altered()).isTrue();
    assertThat(large.altered()).isTrue();
    assertThat(large.size()).isNotEqualTo(LARGE);
    assertThat(ada.ranges()).hasSize(3);
    Entry plain = ada.write("plain.bin", TestContent.of("text"), ConflictPolicy.FAIL);
    assertThat(plain.altered()).isFalse();
  }
}
