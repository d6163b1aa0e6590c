package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.graph.GraphFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is known of uploads that are cut: a test for each line that decides how they go on. */
class OneDriveTrapsCutUploadTest extends UploadBench {
  @Test
  void status5xx_isFollowedByAQuestion_thenByTheRest() {
    for (int status : new int[] {500, 502, 503, 504}) {
      graph.faults().uploads().failFragment(status, false);
      assertArrives(TestContent.generated(LARGE));
      assertThat(ada.ranges()).startsWith(range(0, PIECE), range(0, PIECE));
      assertThat(microsoft.requests().of("GET", "/upload/")).hasSize(1);
      microsoft.requests().clear();
    }
    assertThat(ada.pauses()).hasSize(4).allMatch(pause -> pause.toMillis() <= 500);
  }

  @Test
  void status5xx_ofAFragmentThatWasTaken_isNotSentAgain() {
    graph.faults().uploads().failFragment(504, true);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).doesNotHaveDuplicates();
  }

  @Test
  void status429and503_withRetryAfter_areWaitedFor_boundedly() {
    for (Fault fault :
        List.of(
            GraphFaults.throttled(Duration.ofSeconds(7)),
            GraphFaults.unavailable(Duration.ofSeconds(7)),
            GraphFaults.bandwidthExceeded(Duration.ofSeconds(7)))) {
      microsoft.faults().inject(fault.on("PUT").at("/upload/"));
      assertArrives(TestContent.generated(LARGE));
    }
    assertThat(ada.pauses()).hasSize(3).containsOnly(Duration.ofSeconds(7));
    microsoft.faults().inject(GraphFaults.throttled(Duration.ofHours(1)).on("PUT").at("/upload/"));
    Writer.assertFails(ErrorKind.RATE_LIMITED, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.pauses()).hasSize(3);
  }

  @Test
  void status503_forEver_endsAfterAFewTries_andNothingIsThere() {
    microsoft.faults().inject(Fault.status(503).at("/upload/").on("PUT").forever());
    Writer.assertFails(ErrorKind.UNAVAILABLE, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.ranges()).hasSizeBetween(3, 8);
    microsoft.clearFaults();
    assertThat(ada.names()).isEmpty();
    assertThat(graph.openUploads()).isZero();
  }

  @Test
  void droppedLine_isFollowedByAQuestion_andAtMostOneFragmentIsSentTwice() {
    graph.faults().uploads().cutUploadAt(PIECE + 300_000);
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges())
        .containsExactly(
            range(0, PIECE),
            range(PIECE, 2 * PIECE),
            range(PIECE, 2 * PIECE),
            range(2 * PIECE, LARGE));
  }

  @Test
  void lostAnswerToTheLastFragment_isLookedInto_andNothingIsSentAgain() {
    for (int i = 0; i < 2; i++) {
      microsoft.faults().inject(Fault.slow(Duration.ZERO).on("PUT").at("/upload/"));
    }
    microsoft.faults().inject(Fault.lost().on("PUT").at("/upload/"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(ada.ranges()).hasSize(3);
    assertThat(microsoft.requests().of("POST", "createUploadSession")).hasSize(1);
  }

  @Test
  void sessionThatIsGone_isBegunAnew_withWhatIsHeld() {
    for (int status : new int[] {404, 410, 403}) {
      microsoft.faults().inject(Fault.status(status).on("PUT").at("/upload/"));
      assertArrives(TestContent.generated(LARGE));
    }
    assertThat(microsoft.requests().of("POST", "createUploadSession")).hasSize(6);
  }

  @Test
  void sessionThatIsGoneLater_isBegunAnew_onlyIfTheContentCanBeReadAgain() {
    assertArrives(new Ending(true));
    Writer.assertFails(ErrorKind.UNAVAILABLE, () -> write(new Ending(false)));
    assertThat(ada.names()).isEmpty();
  }

  /** A content that ends all sessions when it is half read, once. */
  private static final class Ending implements Content {
    private final boolean repeatable;
    private boolean ended;

    Ending(boolean repeatable) {
      this.repeatable = repeatable;
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.of(LARGE);
    }

    @Override
    public boolean repeatable() {
      return repeatable;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes(LARGE)) {
        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
          if (pos > PIECE + 1 && !ended) {
            ended = true;
            graph.endUploads(404);
          }
          return super.read(buffer, offset, length);
        }
      };
    }
  }

  @Test
  void tokenThatEndsInTheMiddle_isOfNoMatterToFragments() {
    Content content = new Expiring();
    assertArrives(content);
    assertThat(ada.ranges()).hasSize(3);
  }

  /** A content during which all tokens end. */
  private static final class Expiring implements Content {
    @Override
    public OptionalLong size() {
      return OptionalLong.of(LARGE);
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public InputStream open() {
      microsoft.expireAccessTokens();
      return new ByteArrayInputStream(bytes(LARGE));
    }
  }

  @Test
  void fullStorage_isNotWaitedFor_andGivesTheSessionUp() {
    graph.faults().uploads().failFragment(507, false);
    Writer.assertFails(ErrorKind.QUOTA_EXCEEDED, () -> write(TestContent.generated(LARGE)));
    assertThat(ada.pauses()).isEmpty();
    assertThat(graph.openUploads()).isZero();
    assertThat(ada.names()).isEmpty();
  }

  @Test
  void pageForPeople_inAnswerToAFragment_isNoFile() {
    microsoft.faults().inject(Fault.html().on("PUT").at("/upload/"));
    assertArrives(TestContent.generated(LARGE));
    assertThat(microsoft.requests().of("GET", "/upload/")).hasSize(1);
  }

  @Test
  void contentThatBreaksOff_givesTheSessionUp() {
    TestContent broken =
        TestContent.generated(LARGE).withFailureAt(LARGE - 1, new IOException("no more"));
    Writer.assertFails(ErrorKind.UNAVAILABLE, () -> write(broken));
    assertThat(ada.changes()).last().extracting(Exchange::method).isEqualTo("DELETE");
    assertThat(graph.openUploads()).isZero();
    assertThat(ada.names()).isEmpty();
  }

  @Test
  void nameThatIsTakenBeforeTheLastFragment_isAConflict_andTheSessionIsDeleted() {
    Content content = new Meddling(LARGE, () -> theirs("large"));
    Writer.assertFails(ErrorKind.CONFLICT, () -> write(content));
    assertThat(ada.items().text(ada.named("large"))).isEqualTo("theirs");
    assertThat(graph.openUploads()).isZero();
    assertThat(ada.changes()).last().extracting(Exchange::method).isEqualTo("DELETE");
  }

  @Test
  void nameThatIsTakenBeforeTheLastFragment_isAvoided_withoutSendingAnythingAgain() {
    Content content = new Meddling(LARGE, () -> theirs("large.bin"));
    Entry ours = ada.write("large.bin", content, ConflictPolicy.RENAME);
    assertThat(ours.name()).isEqualTo("large (2).bin");
    assertThat(ours.size()).isEqualTo(LARGE);
    assertThat(ada.ranges()).hasSize(3);
    assertThat(ada.items().text(ada.named("large.bin"))).isEqualTo("theirs");
  }

  private void theirs(String name) {
    ada.items()
        .addFile(ada.root(), name, "theirs".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
