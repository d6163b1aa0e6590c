package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.graph.GraphFaults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.fault.TestContent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of moves, copies and the bin: a test for each line that decides it. */
class OneDriveTrapsChangeTest extends WritingBench {
  @AfterEach
  void noTokenWasGivenAway() {
    assertThat(graph.offences()).isEmpty();
  }

  @Test
  void move_isOnePatch_andKeepsTheId() {
    Entry file = ada.write("file", TestContent.of("text"));
    EntryId to = folder("to");
    microsoft.requests().clear();
    Entry moved = ada.storage().move(file.id(), to, "other", ConflictPolicy.FAIL);
    assertThat(moved.id()).isEqualTo(file.id());
    assertThat(Browsing.names(ada.storage(), to, 10)).containsExactly("other");
    assertThat(ada.changes()).hasSize(1).first().extracting(Exchange::method).isEqualTo("PATCH");
  }

  @Test
  void move_toTheTop_isByItsOwnId() {
    EntryId from = folder("from");
    Entry inner = ada.storage().createFolder(from, "inner");
    assertThat(ada.storage().move(inner.id(), EntryId.ROOT, "inner", ConflictPolicy.FAIL).name())
        .isEqualTo("inner");
    assertThat(ada.names()).containsExactlyInAnyOrder("from", "inner");
  }

  @Test
  void lostAnswerToAMove_isAskedAfter() {
    Entry file = ada.write("file", TestContent.of("text"));
    EntryId to = folder("to");
    microsoft.requests().clear();
    microsoft.faults().inject(Fault.lost().on("PATCH"));
    ada.storage().move(file.id(), to, "file", ConflictPolicy.FAIL);
    assertThat(ada.changes()).hasSize(1);
    assertThat(ada.names()).containsExactly("to");
  }

  @Test
  void move_replaces_aFileByAFile_andNothingElse() {
    Entry file = ada.write("file", TestContent.of("new"));
    Entry old = ada.write("old", TestContent.of("old"));
    Entry moved = ada.storage().move(file.id(), EntryId.ROOT, "old", ConflictPolicy.REPLACE);
    assertThat(moved.id()).isEqualTo(file.id()).isNotEqualTo(old.id());
    assertThat(ada.names()).containsExactly("old");
    assertThat(ada.text(moved)).isEqualTo("new");
    folder("folder");
    Writer.assertFails(
        ErrorKind.CONFLICT,
        () -> ada.storage().move(moved.id(), EntryId.ROOT, "folder", ConflictPolicy.REPLACE));
  }

  @Test
  void move_betweenDrives_isSaidToBeImpossible() {
    try (Writer eve = writer(somebody())) {
      EntryId link = link(eve, true);
      Entry file = ada.write("file", TestContent.of("text"));
      microsoft.requests().clear();
      CloudException refusal =
          Writer.assertFails(
              ErrorKind.UNSUPPORTED,
              () -> ada.storage().move(file.id(), link, "file", ConflictPolicy.FAIL));
      assertThat(refusal.hints().capability()).isEqualTo("move");
      assertThat(refusal).hasMessageContaining("Copy it there, then delete it here");
      assertThat(ada.changes()).isEmpty();
    }
  }

  @Test
  void folder_intoItself_isRefused_movedOrCopied() {
    EntryId folder = folder("folder");
    EntryId inner = ada.storage().createFolder(folder, "inner").id();
    Writer.assertFails(
        ErrorKind.INVALID_REQUEST,
        () -> ada.storage().move(folder, inner, "x", ConflictPolicy.FAIL));
    Writer.assertFails(
        ErrorKind.INVALID_REQUEST, () -> copying().copy(folder, inner, "x", ConflictPolicy.FAIL));
  }

  @Test
  void delete_isIntoTheRecycleBin_andGoneIsNotFound() {
    Entry file = ada.write("file", TestContent.of("text"));
    ada.storage().delete(file.id());
    assertThat(ada.items().trashed(ada.account())).containsExactly("file");
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> ada.storage().delete(file.id()));
  }

  @Test
  void erase_isPastTheRecycleBin_andGoneIsNotFound() {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.faults().inject(Fault.lost().on("POST").at("/permanentDelete"));
    ada.storage().erase(file.id());
    assertThat(ada.names()).isEmpty();
    assertThat(ada.items().trashed(ada.account())).isEmpty();
    Writer.assertFails(ErrorKind.NOT_FOUND, () -> ada.storage().erase(file.id()));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 501})
  void erase_whereThatIsDenied_isIntoTheRecycleBin(int status) {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.faults().inject(Fault.status(status).on("POST").at("/permanentDelete"));
    ada.storage().erase(file.id());
    assertThat(ada.items().trashed(ada.account())).containsExactly("file");
  }

  @Test
  void lostAnswerToADelete_isAskedAfter() {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.faults().inject(Fault.lost().on("DELETE"));
    ada.storage().delete(file.id());
    assertThat(ada.names()).isEmpty();
    assertThat(microsoft.requests().of("DELETE", "")).hasSize(1);
  }

  @Test
  void lockedFile_isSaidToBe_andStays() {
    Entry file = ada.write("file", TestContent.of("text"));
    ada.items().lock(ada.named("file"), "resourceLocked");
    Writer.assertFails(ErrorKind.LOCKED, () -> ada.storage().delete(file.id()));
    Writer.assertFails(
        ErrorKind.LOCKED,
        () -> ada.storage().move(file.id(), EntryId.ROOT, "x", ConflictPolicy.FAIL));
    assertThat(ada.names()).containsExactly("file");
  }

  @Test
  void shortcut_isRenamedAndDeletedItself_andWrittenIntoWhereItLeads() {
    try (Writer eve = writer(somebody())) {
      EntryId link = link(eve, true);
      String target = eve.named("shared");
      EntryId inner = ada.storage().createFolder(link, "inner").id();
      assertThat(ada.items().named(target, "inner")).isPresent();
      assertThat(Browsing.names(ada.storage(), link, 10)).containsExactly("inner");
      EntryId renamed = ada.storage().move(link, EntryId.ROOT, "renamed", ConflictPolicy.FAIL).id();
      assertThat(ada.items().name(target)).isEqualTo("shared");
      ada.storage().delete(renamed);
      assertThat(ada.names()).isEmpty();
      assertThat(ada.items().exists(target)).isTrue();
      assertThat(ada.storage().stat(inner).name()).isEqualTo("inner");
    }
  }

  @Test
  void shortcut_toWhatMayBeReadOnly_isNotWrittenInto() {
    try (Writer eve = writer(somebody())) {
      EntryId link = link(eve, false);
      Writer.assertFails(
          ErrorKind.PROVIDER_DENIED, () -> ada.storage().createFolder(link, "inner"));
    }
  }

  private EntryId link(Writer eve, boolean write) {
    String shared = eve.items().addFolder(eve.root(), "shared");
    eve.items().share(shared, ada.account(), write);
    ada.items().addShortcut(ada.root(), "link", shared);
    return Browsing.named(ada.storage(), EntryId.ROOT, "link").id();
  }

  @Test
  void copy_isAnOrder_whoseMonitorIsAskedWithoutAuthorization_untilItIsDone() {
    Entry file = ada.write("file", TestContent.of("text"));
    graph.faults().slowCopies(3);
    microsoft.requests().clear();
    Entry copy = copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(ada.text(copy)).isEqualTo("text");
    assertThat(copy.name()).isEqualTo("copy");
    assertThat(ada.changes()).hasSize(1);
    assertThat(microsoft.requests().of("GET", "/monitor/"))
        .hasSizeGreaterThan(2)
        .noneMatch(sent -> sent.header("Authorization").isPresent());
    assertThat(ada.pauses()).isNotEmpty().allMatch(pause -> pause.toSeconds() <= 5);
  }

  @Test
  void copy_whoseMonitorAnswers200or202or303_isFound() {
    Entry file = ada.write("file", TestContent.of("text"));
    for (int status : new int[] {200, 202, 303}) {
      graph.faults().monitorStatus(status);
      Entry copy = copying().copy(file.id(), EntryId.ROOT, "copy" + status, ConflictPolicy.FAIL);
      assertThat(ada.text(copy)).isEqualTo("text");
    }
  }

  @Test
  void copy_thatFails_saysWhy() {
    Entry file = ada.write("file", TestContent.of("text"));
    graph.faults().failCopy("nameAlreadyExists");
    Writer.assertFails(
        ErrorKind.CONFLICT,
        () -> copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL));
    graph.faults().failCopy("quotaLimitReached");
    Writer.assertFails(
        ErrorKind.QUOTA_EXCEEDED,
        () -> copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL));
    graph.faults().failCopy("generalException");
    Writer.assertFails(
        ErrorKind.UNAVAILABLE,
        () -> copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL));
    assertThat(ada.names()).containsExactly("file");
  }

  @Test
  void copy_thatNeverEnds_isGivenUp() {
    Entry file = ada.write("file", TestContent.of("text"));
    graph.faults().slowCopies(100_000);
    Writer.assertFails(
        ErrorKind.UNAVAILABLE,
        () -> copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL));
    Duration waited = ada.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
  }

  @Test
  void copy_whoseMonitorIsOutOfReachForAMoment_isWaitedFor() {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.faults().inject(Fault.status(503).at("/monitor/").times(2));
    microsoft.faults().inject(GraphFaults.throttled(Duration.ofSeconds(9)).at("/monitor/"));
    copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(ada.pauses()).hasSize(3).contains(Duration.ofSeconds(9));
  }

  @Test
  void copy_whoseOrderGotNoAnswer_isLookedFor_andNotOrderedAgain() {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft.requests().clear();
    microsoft.faults().inject(Fault.lost().on("POST").at("/copy"));
    Entry copy = copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(ada.text(copy)).isEqualTo("text");
    assertThat(ada.changes()).hasSize(1);
  }

  @Test
  void copy_overAFile_takesItsPlace_alsoOfAPersonalAccount() {
    Entry file = ada.write("file", TestContent.of("new"));
    ada.write("old", TestContent.of("old"));
    Entry copy = copying().copy(file.id(), EntryId.ROOT, "old", ConflictPolicy.REPLACE);
    assertThat(ada.text(copy)).isEqualTo("new");
    assertThat(ada.names()).containsExactlyInAnyOrder("file", "old");
    Writer.assertFails(
        ErrorKind.CONFLICT,
        () -> copying().copy(file.id(), EntryId.ROOT, "file", ConflictPolicy.REPLACE));
  }

  @Test
  void copy_underATakenName_takesAnother() {
    Entry file = ada.write("file.txt", TestContent.of("text"));
    Entry copy = copying().copy(file.id(), EntryId.ROOT, "file.txt", ConflictPolicy.RENAME);
    assertThat(copy.name()).isEqualTo("file (2).txt");
  }

  @Test
  void copy_intoAnotherDrive_goesWhereTheShortcutLeads() {
    try (Writer eve = writer(somebody())) {
      EntryId link = link(eve, true);
      Entry file = ada.write("file", TestContent.of("text"));
      Entry copy = copying().copy(file.id(), link, "copy", ConflictPolicy.FAIL);
      assertThat(ada.text(copy)).isEqualTo("text");
      assertThat(eve.items().named(eve.named("shared"), "copy")).isPresent();
    }
  }

  @Test
  void S7_monitorThatIsElsewhere_isNotAsked() {
    Entry file = ada.write("file", TestContent.of("text"));
    microsoft
        .faults()
        .inject(
            Fault.status(202)
                .with("Location", "http://127.0.0.1:9/monitor")
                .on("POST")
                .at("/copy"));
    Writer.assertFails(
        ErrorKind.PROTOCOL,
        () -> copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL));
  }

  private Copying copying() {
    return ada.storage().copying().orElseThrow();
  }

  private EntryId folder(String name) {
    return ada.storage().createFolder(EntryId.ROOT, name).id();
  }
}
