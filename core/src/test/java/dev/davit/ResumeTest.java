package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.failure;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.codec.Sha256;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.UploadSessionStore;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.memory.MemoryFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts: they outlast lost lines, the end of the process, and each other. */
public class ResumeTest extends FlowTest {
  private static final int SIZE = 20_000;
  private static final int PARTS = 5;
  private static final Duration DAY = Duration.ofHours(24);

  private final MemoryFaults faults = house.memory.server().faults();
  private final Documents documents = house.davit.documents();
  private ConnectionId connection = new ConnectionId("none");

  @BeforeEach
  void connect() {
    connection = house.connectAnnByDefault().id();
  }

  private static TestContent content() {
    return TestContent.generated(SIZE);
  }

  /** As few parts as have a first, a middle and a last one: each step is tried in a new house. */
  private static TestContent threeParts() {
    return TestContent.generated(10_000);
  }

  private static byte[] bytes(TestContent content) {
    try {
      return content.open().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content with one other byte. */
  private static TestContent otherAt(int position) {
    byte[] other = bytes(content());
    other[position]++;
    return TestContent.of(other);
  }

  private Document store(Content content) {
    return store(house, content);
  }

  private static Document store(TestHouse at, Content content) {
    return at.davit.documents().store(ANN, new NewDocument("film.bin", "video/mp4", content));
  }

  /** An upload that broke off after so many parts. */
  UnfinishedUpload broken(int parts) {
    failAfter(parts);
    assertThat(failure(() -> store(content())).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.hooked.before("append", () -> {});
    faults.mend();
    house.clock.advance(Duration.ofMinutes(1));
    List<UnfinishedUpload> unfinished = documents.unfinished(ANN, 10);
    assertThat(unfinished).hasSize(1);
    return unfinished.get(0);
  }

  private void failAfter(int parts) {
    int before = faults.calls("append");
    house.hooked.before(
        "append",
        () -> {
          if (faults.calls("append") >= before + parts) {
            faults.down();
          }
        });
  }

  private void assertWhole(TestHouse at, Document document) {
    assertWhole(at, document, content());
  }

  private void assertWhole(TestHouse at, Document document, TestContent content) {
    byte[] expected = bytes(content);
    assertThat(document.state()).isEqualTo(State.READY);
    assertThat(document.size()).isEqualTo(expected.length);
    assertThat(document.sha256()).isEqualTo(Sha256.hex(Sha256.of(expected)));
    assertThat(at.names("ann")).containsExactly(document.storedName());
    assertThat(read(at, document)).isEqualTo(expected);
    assertNothingOnItsWay(at);
  }

  private static byte[] read(TestHouse at, Document document) {
    try (var download = at.davit.documents().read(ANN, document.id(), null)) {
      return download.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNothingOnItsWay(TestHouse at) {
    assertThat(at.davit.documents().unfinished(ANN, 10)).isEmpty();
    assertThat(at.memory.server().unfinished("ann")).isZero();
    assertThat(at.isIdle()).isTrue();
  }

  private void assertNothingLeft() {
    assertThat(house.names("ann")).isEmpty();
    assertThat(documents.list(ANN, 10, null).documents()).isEmpty();
    assertNothingOnItsWay(house);
  }

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

  @Test
  void sweep_leavesAnUploadForADay_thenNothingOfIt() {
    broken(3);

    house.later(DAY.minus(Duration.ofMinutes(2)));
    assertThat(documents.unfinished(ANN, 10)).hasSize(1);
    assertThat(house.memory.server().unfinished("ann")).isEqualTo(1);
    house.later(Duration.ofMinutes(2));
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void sweep_providerAway_isDoneWhenItIsBack() {
    broken(3);
    faults.down();
    house.later(DAY);
    assertThat(documents.unfinished(ANN, 10)).isEmpty();
    faults.mend();
    house.later(DAY);
    assertNothingLeft();
  }

  @Test
  void delete_ofAnUnfinishedUpload_leavesNothing() {
    UnfinishedUpload upload = broken(3);

    assertThat(documents.delete(ANN, upload.id())).isTrue();
    assertThat(failure(() -> documents.resume(ANN, upload.id(), content())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void delete_providerAway_followsByItsJob() {
    UnfinishedUpload upload = broken(3);
    faults.down();
    assertThat(documents.delete(ANN, upload.id())).isFalse();
    faults.mend();
    house.later(Duration.ofMinutes(3));
    assertNothingLeft();
  }

  @Test
  void delete_whileItIsUnderWay_endsIt() {
    for (String call : List.of("append", "finish")) {
      Runnable delete = () -> documents.delete(ANN, documents.unfinished(ANN, 1).get(0).id());
      house.hooked.before(call, once(call, delete));

      assertThat(failure(() -> store(content().withRepeats())).kind())
          .isEqualTo(ErrorKind.UNAVAILABLE);
      house.later(Duration.ofMinutes(3));
      assertNothingLeft();
    }
  }

  private Runnable once(String call, Runnable work) {
    return () -> {
      house.hooked.before(call, () -> {});
      work.run();
    };
  }

  @Test
  void disconnect_givesUnfinishedUploadsUp() {
    broken(3);

    house.davit.connections().disconnect(ANN, connection);

    assertThat(house.davit.connections().list(ANN)).isEmpty();
    assertThat(faults.calls("cancel")).isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void disconnect_whatIsInTheWayBesides_keepsThemBoth() {
    UnfinishedUpload upload = broken(3);
    Document other = documents.store(ANN, new NewDocument("a", "text/plain", TestContents.of("a")));

    assertThat(failure(() -> house.davit.connections().disconnect(ANN, connection)).kind())
        .isEqualTo(ErrorKind.CONFLICT);
    documents.delete(ANN, other.id());
    assertWhole(house, documents.resume(ANN, upload.id(), content()));
  }

  @Test
  void disconnect_providerAway_leavesNoRow() {
    broken(3);
    faults.down();
    house.davit.connections().disconnect(ANN, connection);
    faults.mend();
    house.later(Duration.ofHours(1));

    assertThat(house.davit.connections().list(ANN)).isEmpty();
    assertThat(documents.unfinished(ANN, 10)).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void databaseGoneAtTheEnd_canBeGoneOnWith() {
    house.hooked.after("finish", () -> house.stores.downAfter(0));
    failure(() -> store(content()));
    house.stores.mend();
    house.hooked.after("finish", () -> {});

    assertWhole(house, documents.resume(ANN, documents.unfinished(ANN, 1).get(0).id(), content()));
    assertThat(faults.calls("append")).isEqualTo(PARTS);
  }

  @Test
  void D2_store_diedAtEachStep_isGoneOnWithOrSwept() {
    int steps = atEveryStep(at -> {}, at -> store(at, threeParts()), true);
    assertThat(steps).isGreaterThan(20);
    atEveryStep(at -> {}, at -> store(at, threeParts()), false);
  }

  @Test
  void D2_resume_diedAtEachStep_isGoneOnWithOrSwept() {
    for (boolean goesOn : List.of(true, false)) {
      int steps = atEveryStep(ResumeTest::begin, at -> resume(at), goesOn);
      assertThat(steps).isGreaterThan(8);
    }
  }

  private static void begin(TestHouse at) {
    at.steps.dieAt(12);
    assertThat(dies(() -> store(at, threeParts()))).isTrue();
    at.steps.restart();
  }

  private static Document resume(TestHouse at) {
    UnfinishedUpload upload = at.davit.documents().unfinished(ANN, 1).get(0);
    return at.davit.documents().resume(ANN, upload.id(), threeParts());
  }

  private int atEveryStep(Consumer<TestHouse> prepare, Consumer<TestHouse> work, boolean goesOn) {
    for (int step = 0; ; step++) {
      TestHouse fresh = newHouse();
      fresh.connectAnnByDefault();
      prepare.accept(fresh);
      fresh.steps.dieAt(step);
      boolean died = dies(() -> work.accept(fresh));
      fresh.steps.restart();
      settle(fresh, goesOn);
      if (!died) {
        return step;
      }
    }
  }

  private static boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (Died died) {
      return true;
    }
  }

  private void settle(TestHouse at, boolean goesOn) {
    if (goesOn && !at.davit.documents().unfinished(ANN, 1).isEmpty()) {
      assertWhole(at, resume(at), threeParts());
      return;
    }
    at.later(DAY);
    at.later(DAY);
    List<Document> listed = at.davit.documents().list(ANN, 10, null).documents();
    assertThat(at.names("ann"))
        .containsExactlyElementsOf(listed.stream().map(Document::storedName).toList());
    assertNothingOnItsWay(at);
  }

  @Test
  void E1_sessionMovedToAnotherUpload_isRefused() {
    UnfinishedUpload first = broken(3);
    UploadSessionStore.Row row = row(first.id());
    documents.delete(ANN, first.id());
    UnfinishedUpload second = broken(2);
    house.stores.inTransaction(
        tx -> {
          tx.uploadSessions()
              .put(new UploadSessionStore.Row(second.id(), row.sealed(), 0, row.granularity()));
          return true;
        });

    assertThat(failure(() -> documents.resume(ANN, second.id(), content())).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
    assertThat(house.actions()).contains("vault.integrity_failure");
    house.later(DAY);
    assertNothingLeft();
  }

  private UploadSessionStore.Row row(DocumentId id) {
    return house.stores.reading(tx -> tx.uploadSessions().find(id).orElseThrow());
  }

  /** How the tokens of all sessions begin, in clear, Base64 and hex. */
  static List<String> forms() {
    byte[] token = "session-of-".getBytes(StandardCharsets.UTF_8);
    return List.of(
        "session-of-",
        Base64.getEncoder().encodeToString(token).substring(0, 12),
        HexFormat.of().formatHex(token));
  }

  @Test
  void E5_sessionToken_isNowhereInClear() {
    UnfinishedUpload upload = broken(3);
    Bytes sealed = row(upload.id()).sealed();

    assertThat(forms())
        .noneMatch(new String(sealed.toArray(), StandardCharsets.ISO_8859_1)::contains);
    assertThat(row(upload.id()).toString()).doesNotContain("session-of-");
    CloudException failure = failure(() -> documents.resume(ANN, upload.id(), otherAt(0)));
    assertThat(failure.toString()).doesNotContain("session-of-");
  }
}
