package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.failure;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.internal.input.Problems;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.store.Document;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Uploads in parts: they outlast lost lines, the end of the process, and each other. */
public class ResumeTest extends PartedFlowTest {
  @Test
  void store_ofAKnownSizeThatIsLarge_goesInParts() {
    Document document = store(content());

    assertThat(house.watcher.calls).doesNotContain("write").contains("begin", "finish");
    assertThat(faults.calls("append")).isEqualTo(PARTS);
    assertWhole(house, document);
    assertThat(house.far("ann").stat(requireNonNull(document.entry())).contentType())
        .isEqualTo("video/mp4");
  }

  @Test
  void store_smallOrOfUnknownSize_goesAtOnce() {
    store(TestContent.generated(9_999));
    store(content().withUnknownSize());

    assertThat(faults.calls("begin")).isZero();
    assertThat(house.names("ann")).hasSize(2);
  }

  @Test
  void store_lineDropsAndProviderBusyMeanwhile_contentIsReadOnce() {
    faults.loseAnswerOnce("append");
    house.hooked.after(
        "append",
        () -> {
          if (faults.calls("append") == 2) {
            faults.failOnce("append", ErrorKind.RATE_LIMITED);
            faults.failOnce("where", ErrorKind.UNAVAILABLE);
          }
          if (faults.calls("append") == 4) {
            faults.loseAnswerOnce("finish");
          }
        });
    TestContent once = content();

    assertWhole(house, store(once));
    assertThat(once.opened()).isEqualTo(1);
    assertThat(once.closed()).isEqualTo(1);
    assertThat(faults.calls("append")).isEqualTo(PARTS + 1);
    assertThat(house.timing.slept).hasSize(4);
  }

  @Test
  void store_contentShorterOrLongerThanItSaid_leavesNothing() {
    for (long lie : new long[] {SIZE - 1, SIZE + 1}) {
      assertThat(failure(() -> store(content().withDeclaredSize(lie))).kind())
          .isEqualTo(ErrorKind.INVALID_REQUEST);
      assertThat(faults.calls("finish")).isZero();
      assertNothingLeft();
    }
  }

  @Test
  void store_contentBreaksOff_canBeGoneOnWith() {
    IOException gone = new IOException("the client went away");

    failure(() -> store(content().withFailureAt(9_000, gone)));

    assertWhole(house, documents.resume(ANN, documents.unfinished(ANN, 1).get(0).id(), content()));
  }

  @Test
  void store_nameTakenAtTheEnd_takesAnotherIfTheContentCanBeSentAgain() {
    house.hooked.before(
        "finish",
        () -> {
          if (house.names("ann").isEmpty()) {
            house.put("ann", "film.bin", "the user's own");
          }
        });

    Document document = store(content().withRepeats());

    assertThat(document.storedName()).isEqualTo("film (2).bin");
    assertThat(house.names("ann")).containsExactlyInAnyOrder("film.bin", "film (2).bin");
    assertThat(read(house, document)).isEqualTo(bytes(content()));
    assertNothingOnItsWay(house);
  }

  @Test
  void store_nameTakenAtTheEnd_isAConflictIfTheContentIsSpent() {
    house.hooked.before("finish", () -> house.put("ann", "film.bin", "the user's own"));

    assertThat(failure(() -> store(content())).kind()).isEqualTo(ErrorKind.CONFLICT);
    assertThat(house.names("ann")).containsExactly("film.bin");
    assertNothingOnItsWay(house);
  }

  @Test
  void resume_goesOnWhereTheProviderIs() {
    UnfinishedUpload upload = broken(3);
    assertThat(upload.name()).isEqualTo("film.bin");
    assertThat(upload.contentType()).isEqualTo("video/mp4");
    assertThat(upload.position()).isEqualTo(3 * 4096);
    int before = faults.calls("append");

    assertWhole(house, documents.resume(ANN, upload.id(), content()));
    assertThat(faults.calls("append") - before).isEqualTo(PARTS - 3);
  }

  @Test
  void resume_afterManyCuts_sendsEachPartOnce() {
    UnfinishedUpload upload = broken(1);
    for (int parts = 1; parts < PARTS - 1; parts++) {
      failAfter(1);
      assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
          .isEqualTo(ErrorKind.UNAVAILABLE);
      faults.mend();
      house.later(Duration.ofHours(23));
      assertThat(documents.unfinished(ANN, 1).get(0).position()).isEqualTo((parts + 1) * 4096L);
    }
    house.hooked.before("append", () -> {});
    assertWhole(house, documents.resume(ANN, upload.id(), content()));
  }

  @Test
  void resume_ofAnotherContent_isRefused_andTheUploadStays() {
    UnfinishedUpload upload = broken(3);
    for (TestContent other :
        List.of(
            otherAt(0),
            otherAt(3 * 4096 - 1),
            otherAt(4 * 4096 - 1),
            TestContent.generated(SIZE + 1),
            TestContent.generated(SIZE - 1).withDeclaredSize(SIZE),
            content().withUnknownSize())) {
      assertThat(failure(() -> documents.resume(ANN, upload.id(), other)).kind())
          .isEqualTo(ErrorKind.INVALID_REQUEST);
      house.clock.advance(Duration.ofMinutes(5));
      house.davit.jobs().runDue();
    }
    assertWhole(house, documents.resume(ANN, upload.id(), content()));
  }

  @Test
  void resume_ofAnothersOrOfNoUpload_findsNothing() {
    UnfinishedUpload upload = broken(3);
    house.connect(BOB, "bob");

    assertThat(documents.unfinished(BOB, 10)).isEmpty();
    assertThat(failure(() -> documents.resume(BOB, upload.id(), content())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    Document document = documents.resume(ANN, upload.id(), content());
    assertThat(failure(() -> documents.resume(ANN, document.id(), content())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertWhole(house, document);
  }

  @Test
  void resume_sessionGoneAtTheProvider_beginsAnew() {
    UnfinishedUpload upload = broken(3);
    house.far("ann").recover(attempt(upload.id()));

    assertWhole(house, documents.resume(ANN, upload.id(), content()));
    assertThat(faults.calls("begin")).isEqualTo(2);
  }

  @Test
  void store_sessionGoneUnderway_beginsAnewIfTheContentCanBe() {
    AtomicReference<Runnable> once = new AtomicReference<>(this::forgetSession);
    house.hooked.before(
        "append",
        () -> {
          if (faults.calls("append") == 2) {
            once.getAndSet(() -> {}).run();
          }
        });

    assertWhole(house, store(content().withRepeats()));
    assertThat(faults.calls("begin")).isEqualTo(2);
  }

  @Test
  void store_sessionGoneUnderway_ofASpentContent_isResumedFromTheFirstByte() {
    house.hooked.before("finish", this::forgetSession);
    assertThat(failure(() -> store(content())).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.hooked.before("finish", () -> {});
    UnfinishedUpload upload = documents.unfinished(ANN, 1).get(0);
    assertThat(upload.position()).isZero();

    assertWhole(house, documents.resume(ANN, upload.id(), content()));
  }

  private void forgetSession() {
    house.far("ann").recover(attempt(documents.unfinished(ANN, 1).get(0).id()));
  }

  private WriteAttempt attempt(DocumentId id) {
    Document document =
        house.stores.reading(tx -> tx.documents().find(house.ann(), id).orElseThrow());
    return new WriteAttempt(document.folder(), document.storedName(), document.tag());
  }

  @Test
  void resume_byTwo_theLastOneWins() {
    UnfinishedUpload upload = broken(1);
    AtomicReference<@Nullable Document> second = new AtomicReference<>();
    house.hooked.after(
        "append",
        () -> {
          house.hooked.after("append", () -> {});
          second.set(documents.resume(ANN, upload.id(), content()));
        });

    assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertWhole(house, requireNonNull(second.get()));
  }

  @Test
  void store_contentThrows_leavesNothing() {
    failure(() -> store(content().withFailureAt(9_000, Problems.field("a", "No."))));
    assertNothingLeft();
    assertThatThrownBy(
            () -> store(content().withFailureAt(9_000, new IllegalStateException("odd"))))
        .hasMessage("odd");
    assertNothingLeft();
  }

  @Test
  void resume_whileApartIsOnItsWay_takesItForSent() {
    UnfinishedUpload upload = broken(1);
    AtomicReference<@Nullable Document> second = new AtomicReference<>();
    house.hooked.before(
        "append",
        () -> {
          house.hooked.before("append", () -> {});
          assertThat(failure(() -> documents.resume(ANN, upload.id(), otherAt(2 * 4096 - 1))))
              .hasMessageContaining("not the content");
          second.set(documents.resume(ANN, upload.id(), content()));
        });

    assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
        .isIn(ErrorKind.UNAVAILABLE, ErrorKind.INVALID_REQUEST);
    assertWhole(house, requireNonNull(second.get()));
  }
}
