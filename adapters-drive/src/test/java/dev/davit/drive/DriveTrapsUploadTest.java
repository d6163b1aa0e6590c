package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import org.junit.jupiter.api.Test;

/** What is known of Google's uploads: a test for each line that decides how files are sent. */
class DriveTrapsUploadTest extends UploadBench {
  @Test
  void largeFile_goesInPieces_eachButTheLastAMultipleOf256KiB() {
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).hasSize(4).first().isEqualTo("bytes 0-524287/" + LARGE);
    assertThat(ada.ranges()).last().isEqualTo("bytes 1572864-1573863/" + LARGE);
    assertThat(begun().header("X-Upload-Content-Length")).contains(Long.toString(LARGE));
  }

  @Test
  void fileOfUnknownSize_isSentAsItComes_andSaysItsSizeAtItsEnd() {
    assertArrives(TestContent.generated(LARGE).withUnknownSize());
    assertThat(ada.ranges()).first().isEqualTo("bytes 0-524287/*");
    assertThat(ada.ranges()).last().isEqualTo("bytes 1572864-1573863/" + LARGE);
    assertThat(begun().header("X-Upload-Content-Length")).isEmpty();
  }

  @Test
  void fileOfUnknownSize_thatEndsWithAPiece_endsThere() {
    assertArrives(TestContent.generated(3L * PIECE).withUnknownSize());
    assertThat(ada.ranges()).hasSize(3).last().isEqualTo("bytes 1048576-1572863/1572864");
  }

  @Test
  void smallFile_goesInOneRequest() {
    Entry entry = ada.write("small", TestContent.of("text"), ConflictPolicy.FAIL);
    assertThat(ada.uploads()).hasSize(1);
    assertThat(ada.uploads().get(0).path()).contains("uploadType=multipart");
    assertThat(ada.text(entry)).isEqualTo("text");
  }

  @Test
  void smallFileOfUnknownSize_goesInOneRequest_andSoDoesNothing() {
    Entry entry = ada.write("s", TestContent.of("text").withUnknownSize(), ConflictPolicy.FAIL);
    Entry empty = ada.write("e", TestContent.of(""), ConflictPolicy.FAIL);
    assertThat(ada.uploads()).hasSize(2);
    assertThat(ada.text(entry)).isEqualTo("text");
    assertThat(empty.size()).isZero();
  }

  @Test
  void bodies_areNeverGzipped() {
    assertArrives(TestContent.generated(LARGE));
    ada.write("small", TestContent.of("text"), ConflictPolicy.FAIL);
    assertThat(googles.google().requests().all())
        .noneMatch(exchange -> exchange.header("Content-Encoding").isPresent());
    assertThat(ada.uploads()).allMatch(exchange -> exchange.header("Content-Length").isPresent());
  }

  @Test
  void status308_withLessThanWasSent_isBelieved() {
    googles.drive().faults().takeLess(256 * 1024);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).element(1).isEqualTo("bytes 262144-786431/" + LARGE);
  }

  @Test
  void status308_withoutRange_meansThatNothingArrived() {
    googles.drive().faults().takeLess(0);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).startsWith("bytes 0-524287/" + LARGE, "bytes 0-524287/" + LARGE);
  }

  @Test
  void status308_thatNeverMoves_ends() {
    googles.google().faults().inject(Fault.status(308).on("PUT").at("upload_id").forever());
    Wishes.assertFails(ErrorKind.PROTOCOL, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.ranges()).hasSizeLessThan(10);
    googles.google().clearFaults();
    assertThat(ada.named("large")).isEmpty();
  }

  @Test
  void status308_thatFallsBackBehindWhatIsHeld_isReadAgain_whereThatMayBe() {
    fallBack();
    TestContent content = TestContent.generated(LARGE).withRepeats();
    assertArrives(content);
    assertThat(content.opened()).isEqualTo(2);
    assertThat(content.closed()).isEqualTo(2);
  }

  @Test
  void status308_thatFallsBackBehindWhatIsHeld_isTheEnd_whereItCanBeReadOnce() {
    fallBack();
    Wishes.assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.named("large")).isEmpty();
    assertThat(googles.drive().openUploads()).isZero();
  }

  /** Google says that it has more of the first piece than it has. */
  private static void fallBack() {
    googles
        .google()
        .faults()
        .inject(
            Fault.answer(308, "text/plain", "")
                .with("Range", "bytes=0-262143")
                .on("PUT")
                .at("upload_id"));
  }

  @Test
  void S7_addressOfAnUpload_thatLeadsElsewhere_isNotFollowed_norSaid() {
    googles
        .google()
        .faults()
        .inject(
            Fault.status(200)
                .with("Location", "http://127.0.0.1:9/upload?upload_id=secret-address")
                .on("POST")
                .at("uploadType=resumable")
                .forever());
    assertThatThrownBy(() -> write(TestContent.generated(LARGE)))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL))
        .hasStackTraceContaining("Google's answer makes no sense")
        .satisfies(failure -> assertThat(stack(failure)).doesNotContain("secret-address"));
    assertThat(ada.ranges()).isEmpty();
  }

  private static String stack(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private Exchange begun() {
    return ada.uploads().get(0);
  }
}
