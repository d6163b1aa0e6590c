package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.fault.TestContent;
import java.util.Map;

/** What an adapter that is whole does with an emulated Drive, and a broken one does not. */
final class WritingRules {
  /** Of a file that goes in three pieces. */
  static final long LARGE = 2L * Writer.PIECE + 100;

  private WritingRules() {}

  static void small(Writer ada) {
    ada.googles().google().requests().clear();
    Entry entry = write(ada, "small", TestContent.of("text"));
    assertThat(ada.text(entry)).isEqualTo("text");
    assertThat(ada.uploads()).hasSize(1);
    assertThat(ada.uploads()).noneMatch(sent -> sent.header("Content-Encoding").isPresent());
  }

  static void large(Writer ada) {
    ada.googles().google().requests().clear();
    Entry entry = write(ada, "large", TestContent.generated(LARGE));
    assertThat(entry.size()).isEqualTo(LARGE);
    assertThat(ada.ranges()).hasSize(3);
  }

  static void replace(Writer ada) {
    write(ada, "file", TestContent.of("old"));
    Entry now = ada.write("file", TestContent.of("new"), ConflictPolicy.REPLACE);
    assertThat(ada.text(now)).isEqualTo("new");
  }

  static void lost(Writer ada) {
    ada.googles().google().faults().inject(Fault.lost().on("POST").at("/upload/"));
    write(ada, "file", TestContent.of("text"));
    assertThat(ada.named("file")).hasSize(1);
  }

  static void move(Writer ada) {
    Entry file = write(ada, "file", TestContent.of("text"));
    EntryId to = makeFolder(ada, "to").id();
    ada.storage().move(file.id(), to, "file", ConflictPolicy.FAIL);
    assertThat(ada.named("file")).isEmpty();
  }

  static void delete(Writer ada) {
    Entry file = write(ada, "file", TestContent.of("text"));
    String id = ada.named("file").get(0);
    ada.storage().delete(file.id());
    assertThat(ada.items().exists(id)).isTrue();
    assertThat(ada.items().isTrashed(id)).isTrue();
  }

  static void deleteAndWriteAgain(Writer ada) {
    delete(ada);
    write(ada, "file", TestContent.of("again"));
  }

  static void makeFolder(Writer ada) {
    assertThat(makeFolder(ada, "folder").isFolder()).isTrue();
  }

  private static Entry makeFolder(Writer ada, String name) {
    return ada.storage().createFolder(EntryId.ROOT, name);
  }

  static void sharedDrive(Writer ada) {
    ada.items().addSharedDrive("team", Map.of(ada.account().email(), "organizer"));
    EntryId top = Wishes.entry(ada.storage(), "Shared drives", Entry::isFolder).id();
    EntryId drive = Browsing.named(ada.storage(), top, "team").id();
    ada.storage()
        .write(
            new WriteRequest(
                new WriteAttempt(drive, "file", "a-tag-of-mine"),
                TestContent.of("text"),
                null,
                ConflictPolicy.FAIL,
                null));
  }

  static void copyDocument(Writer ada) {
    ada.items().addDocument(ada.root(), "doc", "application/vnd.google-apps.document", new byte[1]);
    EntryId document = Wishes.entry(ada.storage(), "doc.docx", entry -> true).id();
    ada.storage()
        .copying()
        .orElseThrow()
        .copy(document, EntryId.ROOT, "copy.docx", ConflictPolicy.FAIL);
    assertThat(ada.named("copy")).hasSize(1);
  }

  static void copyFolder(Writer ada) {
    EntryId folder = makeFolder(ada, "folder").id();
    Entry copy =
        ada.storage()
            .copying()
            .orElseThrow()
            .copy(folder, EntryId.ROOT, "copy", ConflictPolicy.FAIL);
    assertThat(copy.isFolder()).isTrue();
  }

  private static Entry write(Writer ada, String name, TestContent content) {
    return ada.write(name, content, ConflictPolicy.FAIL);
  }

  static void lessTaken(Writer ada) {
    ada.googles().drive().faults().takeLess(256 * 1024);
    assertArrives(ada);
  }

  static void unavailableOnce(Writer ada) {
    ada.googles().google().faults().inject(Fault.status(503).on("PUT").at("upload_id"));
    assertArrives(ada);
  }

  static void rateLimited(Writer ada) {
    ada.googles()
        .google()
        .faults()
        .inject(DriveFaults.userRateLimitExceeded().on("PUT").at("upload_id"));
    assertArrives(ada);
  }

  static void goneOnce(Writer ada) {
    ada.googles().google().faults().inject(Fault.status(404).on("PUT").at("upload_id"));
    assertArrives(ada);
  }

  static void assertArrives(Writer ada) {
    assertThat(write(ada, "large", TestContent.generated(LARGE)).size()).isEqualTo(LARGE);
  }
}
