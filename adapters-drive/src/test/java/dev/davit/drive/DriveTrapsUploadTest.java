package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleFaults;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of Google's uploads: a test for each line that decides how files are sent. */
class DriveTrapsUploadTest {
  private static final int PIECE = Writer.PIECE;

  /** So large that it goes in pieces: three whole ones and a bit. */
  private static final long LARGE = 3L * PIECE + 1000;

  @TempDir static Path folder;
  private static Googles googles;
  private Writer ada;

  @BeforeAll
  static void start() {
    googles = Googles.start(folder);
  }

  @AfterAll
  static void stop() {
    googles.close();
  }

  @BeforeEach
  void begin() {
    googles.google().clearFaults();
    googles.drive().endUploads(404);
    ada = Writer.at(googles);
    googles.google().requests().clear();
  }

  @AfterEach
  void end() {
    ada.close();
  }

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
    assertFails(ErrorKind.PROTOCOL, () -> write(TestContent.generated(LARGE)));
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
    assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
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
  void status503_isFollowedByAQuestion_thenByTheRest() {
    googles.google().faults().inject(Fault.status(503).on("PUT").at("upload_id"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges())
        .startsWith("bytes 0-524287/" + LARGE, "bytes */" + LARGE, "bytes 0-524287/" + LARGE);
    assertThat(ada.pauses()).hasSize(1).allMatch(pause -> pause.toMillis() <= 500);
  }

  @Test
  void status503_withRetryAfter_isWaitedFor() {
    googles
        .google()
        .faults()
        .inject(Fault.status(503).with("Retry-After", "7").on("PUT").at("upload_id"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.pauses()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void status503_forEver_endsAfterAFewTries_andNothingIsThere() {
    googles.google().faults().inject(Fault.status(503).on("PUT").at("upload_id").forever());
    assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.ranges()).hasSizeBetween(3, 8);
    googles.google().clearFaults();
    assertThat(ada.named("large")).isEmpty();
    assertThat(googles.drive().openUploads()).isZero();
  }

  @Test
  void droppedLine_isFollowedByAQuestion_andAtMostOnePieceIsSentTwice() {
    googles.drive().faults().cutUploadAt(PIECE + 300_000);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges())
        .startsWith(
            "bytes 0-524287/" + LARGE,
            "bytes 524288-1048575/" + LARGE,
            "bytes */" + LARGE,
            "bytes 786432-1310719/" + LARGE);
  }

  @Test
  void lostAnswerToTheLastPiece_isAskedAfter_andNothingIsSentAgain() {
    for (int i = 0; i < 3; i++) {
      googles.google().faults().inject(Fault.slow(Duration.ZERO).on("PUT").at("upload_id"));
    }
    googles.google().faults().inject(Fault.lost().on("PUT").at("upload_id"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges())
        .hasSize(5)
        .endsWith("bytes 1572864-1573863/" + LARGE, "bytes */" + LARGE);
  }

  @Test
  void sessionThatIsGone_404or410_isBegunAnew_withWhatIsHeld() {
    for (int status : new int[] {404, 410}) {
      googles.google().faults().inject(Fault.status(status).on("PUT").at("upload_id"));
      assertArrives(TestContent.generated(LARGE));
    }
    assertThat(ada.uploads())
        .filteredOn(exchange -> exchange.path().contains("uploadType=resumable"))
        .filteredOn(exchange -> exchange.method().equals("POST"))
        .hasSize(4);
  }

  @Test
  void sessionThatIsGoneLater_isBegunAnew_onlyIfTheContentCanBeReadAgain() {
    for (boolean repeatable : new boolean[] {true, false}) {
      Gone content = new Gone(TestContent.generated(LARGE), repeatable);
      if (repeatable) {
        assertArrives(content);
      } else {
        assertFails(ErrorKind.UNAVAILABLE, () -> write(content));
        assertThat(ada.named("large")).isEmpty();
      }
    }
  }

  /** A content that ends all sessions when it is half read, once. */
  private static final class Gone implements Content {
    private final Content content;
    private final boolean repeatable;
    private boolean ended;

    Gone(Content content, boolean repeatable) {
      this.content = content;
      this.repeatable = repeatable;
    }

    @Override
    public java.util.OptionalLong size() {
      return content.size();
    }

    @Override
    public boolean repeatable() {
      return repeatable;
    }

    @Override
    public java.io.InputStream open() throws IOException {
      byte[] bytes = TestContent.generated(LARGE).open().readAllBytes();
      return new ByteArrayInputStream(bytes) {
        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
          if (pos > LARGE / 2 && !ended) {
            ended = true;
            googles.drive().endUploads(404);
          }
          return super.read(buffer, offset, length);
        }
      };
    }
  }

  @Test
  void tokenThatEndsInTheMiddle_isRenewed_andTheUploadGoesOn() {
    googles.google().faults().inject(GoogleFaults.invalidCredentials().at("upload_id"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.credentials().renewals()).isEqualTo(1);
    assertThat(ada.ranges()).doesNotContain("bytes */" + LARGE);
  }

  @Test
  void rateLimits_areWaitedFor_butFullStoragesAreNot() {
    for (Fault rate :
        List.of(
            DriveFaults.rateLimitExceeded(),
            DriveFaults.userRateLimitExceeded(),
            DriveFaults.tooManyRequests())) {
      googles.google().faults().inject(rate.on("PUT").at("upload_id"));
      assertArrives(TestContent.generated(LARGE));
    }
    assertThat(ada.pauses()).hasSize(3);
    for (Fault full :
        List.of(
            DriveFaults.storageQuotaExceeded(),
            DriveFaults.forbidden("teamDriveFileLimitExceeded"))) {
      googles.google().faults().inject(full.on("PUT").at("upload_id"));
      assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write(TestContent.generated(LARGE)));
    }
    assertThat(ada.pauses()).hasSize(3);
    assertThat(ada.named("large")).hasSize(0);
  }

  @Test
  void pageForPeople_inAnswerToAPiece_isNoFile() {
    googles.google().faults().inject(Fault.html().on("PUT").at("upload_id"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).contains("bytes */" + LARGE);
  }

  @Test
  void contentThatBreaksOff_givesTheSessionUp() {
    TestContent broken =
        TestContent.generated(LARGE).withFailureAt(LARGE - 1, new IOException("no more"));
    assertFails(ErrorKind.UNAVAILABLE, () -> write(broken));
    assertThat(ada.uploads()).last().extracting(Exchange::method).isEqualTo("DELETE");
    assertThat(googles.drive().openUploads()).isZero();
    assertThat(ada.named("large")).isEmpty();
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

  private Entry write(Content content) {
    return ada.write("large", content, ConflictPolicy.FAIL);
  }

  /** Writes it, holds that it is there once and whole, and removes it. */
  private void assertArrives(Content content) {
    Entry entry = write(content);
    List<String> files = ada.named("large");
    assertThat(files).hasSize(1);
    assertThat(ada.items().sha256(files.get(0)))
        .isEqualTo(sha256(Objects.requireNonNull(entry.size())));
    ada.storage().delete(entry.id());
    ada.items().remove(files.get(0));
  }

  private static String sha256(long size) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(TestContent.generated(size).open().readAllBytes()));
    } catch (java.security.GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertFails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
