package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.fault.TestContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of moving, removing and copying in a Drive: a test for each line that decides. */
class DriveTrapsChangeTest extends WritingBench {
  private static final String DOCUMENT = "application/vnd.google-apps.document";

  @Test
  void move_namesParentsInTheQuery_andRenamesInTheSameRequest() {
    Entry file = write("file");
    EntryId to = ada.storage().createFolder(EntryId.ROOT, "to").id();
    googles.google().requests().clear();
    Entry moved = ada.storage().move(file.id(), to, "other", ConflictPolicy.FAIL);
    List<Exchange> patches = googles.google().requests().of("PATCH", "/files/");
    assertThat(patches).hasSize(1);
    assertThat(patches.get(0).path())
        .contains("addParents=" + ada.named("to").get(0))
        .contains("removeParents=" + ada.root());
    assertThat(moved.id()).isEqualTo(file.id());
    assertThat(moved.name()).isEqualTo("other");
  }

  @Test
  void move_whoseAnswerIsLost_isLookedAt_andNotDoneTwice() {
    Entry file = write("file");
    EntryId to = ada.storage().createFolder(EntryId.ROOT, "to").id();
    googles.google().requests().clear();
    googles.google().faults().inject(Fault.lost().on("PATCH"));
    assertThat(ada.storage().move(file.id(), to, "file", ConflictPolicy.FAIL).name())
        .isEqualTo("file");
    assertThat(googles.google().requests().count("PATCH", "/files/")).isEqualTo(1);
  }

  @Test
  void move_replace_putsTheOldIntoTheBin_onceTheNewIsThere() {
    Entry file = write("file");
    write("taken");
    String old = ada.named("taken").get(0);
    ada.storage().move(file.id(), EntryId.ROOT, "taken", ConflictPolicy.REPLACE);
    assertThat(ada.items().isTrashed(old)).isTrue();
    assertThat(Browsing.names(ada.storage(), EntryId.ROOT, 10)).containsExactly("taken");
  }

  @Test
  void move_replace_whereTheOldMayNotBeRemoved_changesNothing() {
    Entry file = write("file");
    write("taken");
    googles.google().faults().inject(Fault.slow(java.time.Duration.ZERO).on("PATCH"));
    googles
        .google()
        .faults()
        .inject(DriveFaults.forbidden("insufficientFilePermissions").on("PATCH"));
    Wishes.assertFails(
        ErrorKind.PROVIDER_DENIED,
        () -> ada.storage().move(file.id(), EntryId.ROOT, "taken", ConflictPolicy.REPLACE));
    assertThat(Browsing.names(ada.storage(), EntryId.ROOT, 10))
        .containsExactlyInAnyOrder("file", "taken");
  }

  @Test
  void move_ofAShortcut_movesTheShortcut() {
    String target = ada.items().addFile(ada.root(), "target", "text/plain", bytes("x"));
    String link = ada.items().addShortcut(ada.root(), "link", target, "text/plain");
    EntryId to = ada.storage().createFolder(EntryId.ROOT, "to").id();
    EntryId id = Wishes.entry(ada.storage(), "link", entry -> true).id();
    ada.storage().move(id, to, "renamed", ConflictPolicy.FAIL);
    assertThat(ada.items().name(link)).isEqualTo("renamed");
    assertThat(ada.items().name(target)).isEqualTo("target");
    assertThat(ada.named("target")).hasSize(1);
    ada.storage().delete(id);
    assertThat(ada.items().isTrashed(link)).isTrue();
    assertThat(ada.items().isTrashed(target)).isFalse();
  }

  @Test
  void move_ofADocument_keepsTheEndingAtItsShownNameOnly() {
    String document = ada.items().addDocument(ada.root(), "report", DOCUMENT, bytes("x"));
    EntryId id = Wishes.entry(ada.storage(), "report.docx", entry -> true).id();
    Entry moved = ada.storage().move(id, EntryId.ROOT, "plan.docx", ConflictPolicy.FAIL);
    assertThat(moved.name()).isEqualTo("plan.docx");
    assertThat(ada.items().name(document)).isEqualTo("plan");
  }

  @Test
  void move_acrossSharedDrives_isDoneForFiles_andRefusedForFolders() {
    ada.items().addSharedDrive("team", Map.of(ada.account().email(), "organizer"));
    EntryId top = Wishes.entry(ada.storage(), "Shared drives", Entry::isFolder).id();
    EntryId drive = Browsing.named(ada.storage(), top, "team").id();
    Entry moved = ada.storage().move(write("file").id(), drive, "file", ConflictPolicy.FAIL);
    assertThat(ada.text(moved)).isEqualTo("text");
    EntryId inner = ada.storage().createFolder(EntryId.ROOT, "inner").id();
    Wishes.assertFails(
        ErrorKind.PROVIDER_DENIED,
        () -> ada.storage().move(inner, drive, "inner", ConflictPolicy.FAIL));
    assertThat(Browsing.names(ada.storage(), EntryId.ROOT, 10)).contains("inner");
  }

  @Test
  void delete_goesToTheBin_byAPatch_orForGoodWhereSetSo() {
    Entry first = write("first");
    String google = ada.named("first").get(0);
    ada.storage().delete(first.id());
    assertThat(ada.items().isTrashed(google)).isTrue();
    assertThat(googles.google().requests().count("DELETE", "/files/")).isZero();
    try (Writer eve = Writer.with(googles, googles.settings().withPermanentDeletion())) {
      Entry second = eve.write("second", TestContent.of("x"), ConflictPolicy.FAIL);
      String gone = eve.named("second").get(0);
      googles.google().faults().inject(Fault.lost().on("DELETE"));
      eve.storage().delete(second.id());
      assertThat(eve.items().exists(gone)).isFalse();
    }
  }

  @Test
  void erase_isForGood_andIntoTheBinWhereTheUserMayNot() {
    Entry file = write("file");
    String gone = ada.named("file").get(0);
    googles.google().faults().inject(Fault.lost().on("DELETE"));
    ada.storage().erase(file.id());
    assertThat(ada.items().exists(gone)).isFalse();
    Entry kept = write("kept");
    String binned = ada.named("kept").get(0);
    googles.google().faults().inject(Fault.status(403).on("DELETE"));
    ada.storage().erase(kept.id());
    assertThat(ada.items().isTrashed(binned)).isTrue();
  }

  @Test
  void delete_whatIsNotOnesOwn_isDenied() {
    try (Writer eve = Writer.at(googles)) {
      String shared = eve.items().addFolder(eve.root(), "shared");
      String file = eve.items().addFile(shared, "file", "text/plain", bytes("x"));
      eve.items().share(shared, ada.account().email(), "reader");
      ada.items().addShortcut(ada.root(), "link", shared, "application/vnd.google-apps.folder");
      EntryId link = Wishes.entry(ada.storage(), "link", entry -> true).id();
      EntryId id = Browsing.named(ada.storage(), link, "file").id();
      Wishes.assertFails(ErrorKind.PROVIDER_DENIED, () -> ada.storage().delete(id));
      Wishes.assertFails(
          ErrorKind.PROVIDER_DENIED, () -> ada.storage().createFolder(link, "inner"));
      assertThat(ada.items().isTrashed(file)).isFalse();
    }
  }

  @Test
  void copy_ofAFile_isOneRequest_andOnceEvenIfItsAnswerIsLost() {
    Entry file = write("file");
    googles.google().requests().clear();
    googles.google().faults().inject(Fault.lost().on("POST").at("/copy"));
    Entry copy = copying().copy(file.id(), EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(ada.text(copy)).isEqualTo("text");
    assertThat(ada.named("copy")).hasSize(1);
    assertThat(googles.google().requests().count("POST", "/copy")).isEqualTo(1);
  }

  @Test
  void copy_ofADocumentOrAShortcut_hasAnIdOfGoogles_andIsOneEvenIfItsAnswerIsLost() {
    String target = ada.items().addDocument(ada.root(), "doc", DOCUMENT, bytes("d"));
    ada.items().addShortcut(ada.root(), "link", target, "text/plain");
    for (String name : List.of("doc.docx", "link")) {
      EntryId id = Wishes.entry(ada.storage(), name, entry -> true).id();
      googles.google().requests().clear();
      googles.google().faults().inject(Fault.lost().on("POST").at("/copy"));

      Entry copy = copying().copy(id, EntryId.ROOT, "2 " + name, ConflictPolicy.FAIL);

      assertThat(copy.name()).isEqualTo("2 " + name);
      assertThat(ada.named("2 " + name.replace(".docx", ""))).hasSize(1);
      assertThat(googles.google().requests().count("POST", "/copy")).isEqualTo(1);
    }
  }

  @Test
  void copy_ofAFolder_takesShortcutsAndDocumentsAlong() {
    String from = ada.items().addFolder(ada.root(), "from");
    String target = ada.items().addFile(from, "target", "text/plain", bytes("text"));
    ada.items().addShortcut(from, "link", target, "text/plain");
    ada.items().addDocument(ada.items().addFolder(from, "inner"), "doc", DOCUMENT, bytes("d"));
    EntryId id = Wishes.entry(ada.storage(), "from", entry -> true).id();
    Entry copy = copying().copy(id, EntryId.ROOT, "to", ConflictPolicy.FAIL);
    assertThat(Browsing.names(ada.storage(), copy.id(), 2))
        .containsExactlyInAnyOrder("target", "link", "inner");
    EntryId inner = Browsing.named(ada.storage(), copy.id(), "inner").id();
    assertThat(Browsing.names(ada.storage(), inner, 10)).containsExactly("doc.docx");
  }

  @Test
  void copy_ofAFolder_thatFailsInTheMiddle_isTakenBack() {
    String from = ada.items().addFolder(ada.root(), "from");
    ada.items().addFile(from, "a", "text/plain", bytes("text"));
    ada.items().addFile(from, "b", "text/plain", bytes("text"));
    EntryId id = Wishes.entry(ada.storage(), "from", entry -> true).id();
    googles.google().faults().inject(Fault.slow(java.time.Duration.ZERO).at("/copy"));
    googles.google().faults().inject(DriveFaults.storageQuotaExceeded().at("/copy"));
    Wishes.assertFails(
        ErrorKind.QUOTA_EXCEEDED,
        () -> copying().copy(id, EntryId.ROOT, "to", ConflictPolicy.FAIL));
    assertThat(Browsing.names(ada.storage(), EntryId.ROOT, 10)).containsExactly("from");
  }

  @Test
  void copy_ofAFolder_waitsForRateLimits() {
    String from = ada.items().addFolder(ada.root(), "from");
    ada.items().addFile(from, "a", "text/plain", bytes("text"));
    EntryId id = Wishes.entry(ada.storage(), "from", entry -> true).id();
    googles.google().faults().inject(DriveFaults.userRateLimitExceeded().at("/copy").times(2));
    copying().copy(id, EntryId.ROOT, "to", ConflictPolicy.FAIL);
    assertThat(ada.pauses()).hasSize(2);
  }

  private Copying copying() {
    return ada.storage().copying().orElseThrow();
  }

  private Entry write(String name) {
    return ada.write(name, TestContent.of("text"), ConflictPolicy.FAIL);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
