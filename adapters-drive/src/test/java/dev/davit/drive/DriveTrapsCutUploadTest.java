package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleFaults;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of uploads that are cut: a test for each line that decides how they go on. */
class DriveTrapsCutUploadTest extends UploadBench {
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
    Wishes.assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
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
        Wishes.assertFails(ErrorKind.UNAVAILABLE, () -> write(content));
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
      Wishes.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write(TestContent.generated(LARGE)));
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
    Wishes.assertFails(ErrorKind.UNAVAILABLE, () -> write(broken));
    assertThat(ada.uploads()).last().extracting(Exchange::method).isEqualTo("DELETE");
    assertThat(googles.drive().openUploads()).isZero();
    assertThat(ada.named("large")).isEmpty();
  }
}
