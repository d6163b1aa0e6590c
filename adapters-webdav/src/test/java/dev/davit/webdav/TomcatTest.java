package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Tomcat's WebdavServlet, which nobody here wrote. */
class TomcatTest {
  @TempDir Path folder;
  @TempDir Path work;
  private TomcatDav server;
  private WebDavProvider provider;
  private Storage storage;

  @BeforeEach
  void start() {
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
    provider = new WebDavProvider(Davs.loopback(), Davs.settings());
    storage = provider.open(Davs.source(Davs.fields(server.url())));
  }

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  private Grant verify(SecretFields fields) {
    return ((Authentication.Fields) provider.authentication()).verify(fields);
  }

  private static void assertKind(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static String text(Download download) throws IOException {
    try (download) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String text(EntryId id, @Nullable ByteRange range) throws IOException {
    return text(storage.read(id, range));
  }

  private Entry put(EntryId parent, String name, String text) {
    return storage.write(Davs.write(parent, name, text, ConflictPolicy.FAIL));
  }

  private List<Entry> list(EntryId parent, int limit) {
    List<Entry> all = new ArrayList<>();
    Cursor cursor = null;
    do {
      Listing page = storage.list(new ListRequest(parent, limit, cursor));
      all.addAll(page.entries());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private List<String> names(EntryId parent) {
    return list(parent, 1000).stream().map(Entry::name).toList();
  }

  @Test
  void verify_goodPassword_isGrantedUnderItsAddress() {
    String bare = server.url().substring(0, server.url().length() - 1);

    Grant grant = verify(Davs.fields(bare));

    assertThat(((SecretFields) grant.credential()).require("server_url")).isEqualTo(server.url());
    assertThat(grant.subject()).isEqualTo(verify(Davs.fields(server.url())).subject());
    assertThat(grant.label()).isEqualTo("ada@127.0.0.1");
  }

  @Test
  void verify_wrongPassword_isRefused() {
    assertKind(
        ErrorKind.CREDENTIALS_REFUSED, () -> verify(Davs.fields(server.url(), Davs.USER, "wrong")));
  }

  @Test
  void verify_nothingThere_isNotWebDav() {
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(Davs.fields(server.url() + "nowhere/")));
  }

  @Test
  void verify_file_isNotWebDav() {
    put(EntryId.ROOT, "a.txt", "x");
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(Davs.fields(server.url() + "a.txt")));
  }

  @Test
  void S6_verify_nobodyListening_looksLikeADeniedAddress() {
    server.close();
    String denied = message(() -> verify(Davs.fields("https://10.0.0.1/")));

    assertThat(message(() -> verify(Davs.fields(server.url())))).isEqualTo(denied);
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
  }

  private static String message(ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class);
    assertThat(((CloudException) thrown).kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void write_read_givesTheSameBytes() throws Exception {
    Entry entry = put(EntryId.ROOT, "grüße 100% ; #1 + & = [x].txt", "hällo");

    assertThat(entry.name()).isEqualTo("grüße 100% ; #1 + & = [x].txt");
    assertThat(entry.size()).isEqualTo(6);
    assertThat(entry.etag()).startsWith("\"");
    assertThat(text(entry.id(), null)).isEqualTo("hällo");
    assertThat(list(EntryId.ROOT, 10)).containsExactly(entry);
    assertThat(storage.stat(entry.id())).isEqualTo(entry);
  }

  @Test
  void write_emptyAndUnknownSize_areKept() throws Exception {
    Davs.Bytes unknown = Davs.Bytes.of("of unknown size").ofUnknownSize();
    Entry spooled =
        storage.write(
            new WriteRequest(
                Davs.attempt(EntryId.ROOT, "b"), unknown, null, ConflictPolicy.FAIL, null));

    assertThat(put(EntryId.ROOT, "a", "").size()).isZero();
    assertThat(text(spooled.id(), null)).isEqualTo("of unknown size");
    assertThat(unknown.opened).hasValue(1);
  }

  @Test
  void write_fail_taken_isConflictBeforeTheContentIsOpened() {
    put(EntryId.ROOT, "a", "old");
    Davs.Bytes content = Davs.Bytes.of("new");

    assertKind(
        ErrorKind.CONFLICT,
        () ->
            storage.write(
                new WriteRequest(
                    Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.FAIL, null)));
    assertThat(content.opened).hasValue(0);
  }

  @Test
  void write_replace_file_isReplaced_folder_isNot() throws Exception {
    put(EntryId.ROOT, "a", "old");
    storage.createFolder(EntryId.ROOT, "f");
    put(storage.list(new ListRequest(EntryId.ROOT, 9, null)).entries().get(1).id(), "in", "x");

    Entry entry = storage.write(Davs.write(EntryId.ROOT, "a", "new", ConflictPolicy.REPLACE));

    assertThat(text(entry.id(), null)).isEqualTo("new");
    assertKind(
        ErrorKind.CONFLICT,
        () -> storage.write(Davs.write(EntryId.ROOT, "f", "new", ConflictPolicy.REPLACE)));
    assertThat(folder.resolve("f/in")).exists();
    assertThat(names(EntryId.ROOT)).containsExactly("a", "f");
  }

  @Test
  void write_rename_taken_getsANumber() {
    put(EntryId.ROOT, "a.pdf", "1");
    storage.write(Davs.write(EntryId.ROOT, "a.pdf", "2", ConflictPolicy.RENAME));
    storage.write(Davs.write(EntryId.ROOT, "a.pdf", "3", ConflictPolicy.RENAME));

    assertThat(names(EntryId.ROOT)).containsExactly("a (2).pdf", "a (3).pdf", "a.pdf");
  }

  @Test
  void write_ifMatch_replacesOnlyWhatWasSeen() {
    Entry old = put(EntryId.ROOT, "a", "old");
    String etag = Objects.requireNonNull(old.etag());

    Entry fresh = replaceIf("longer", etag);

    assertThat(fresh.size()).isEqualTo(6);
    assertKind(ErrorKind.PRECONDITION_FAILED, () -> replaceIf("again", etag));
    assertKind(ErrorKind.PRECONDITION_FAILED, () -> replaceIf("again", "W/" + fresh.etag()));
    assertThat(folder.resolve("a")).hasContent("longer");
    assertThat(names(EntryId.ROOT)).containsExactly("a");
  }

  private Entry replaceIf(String text, String etag) {
    return storage.write(
        new WriteRequest(
            Davs.attempt(EntryId.ROOT, "a"),
            Davs.Bytes.of(text),
            null,
            ConflictPolicy.REPLACE,
            etag));
  }

  @Test
  void write_wrongLength_isInvalidAndLeavesNothing() {
    for (long claimed : new long[] {2, 4000}) {
      Davs.Bytes content = Davs.Bytes.of("abc").claiming(claimed);
      assertKind(
          ErrorKind.INVALID_REQUEST,
          () ->
              storage.write(
                  new WriteRequest(
                      Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.FAIL, null)));
    }
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  @Test
  void write_missingFolder_isNotFound() {
    Entry gone = storage.createFolder(EntryId.ROOT, "gone");
    storage.delete(gone.id());

    assertKind(ErrorKind.NOT_FOUND, () -> put(gone.id(), "a", "x"));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.createFolder(gone.id(), "a"));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.list(new ListRequest(gone.id(), 5, null)));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.delete(gone.id()));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(gone.id()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void write_impossibleNames_areInvalid() {
    for (String name : List.of("", ".", "..", "a/b", "a\\b", "a\nb", ".davit-12345678.part")) {
      assertKind(ErrorKind.INVALID_REQUEST, () -> put(EntryId.ROOT, name, "x"));
      assertKind(ErrorKind.INVALID_REQUEST, () -> storage.createFolder(EntryId.ROOT, name));
    }
  }

  @Test
  void recover_unfinished_isRemoved_finished_isShown() throws Exception {
    WriteAttempt attempt = Davs.attempt(EntryId.ROOT, "a");
    Path part = folder.resolve(".davit-" + attempt.tag() + ".part");
    Files.writeString(part, "half");

    assertThat(names(EntryId.ROOT)).isEmpty();
    assertThat(storage.recover(attempt)).isEmpty();
    assertThat(part).doesNotExist();
    assertThat(storage.recover(attempt)).isEmpty();
    Entry entry = put(EntryId.ROOT, "a", "whole");
    assertThat(storage.recover(attempt)).contains(entry);
  }

  @Test
  void createFolder_taken_isConflict() {
    Entry made = storage.createFolder(EntryId.ROOT, "f ö");
    put(EntryId.ROOT, "file", "x");

    assertThat(made.isFolder()).isTrue();
    assertThat(list(EntryId.ROOT, 10)).contains(made);
    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "f ö"));
    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "file"));
  }

  @Test
  void list_file_isInvalid() {
    Entry file = put(EntryId.ROOT, "a", "x");
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.list(new ListRequest(file.id(), 5, null)));
  }

  @Test
  void read_folder_isInvalid() {
    Entry made = storage.createFolder(EntryId.ROOT, "f");
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.read(made.id(), null));
  }

  @Test
  void read_range_isThatPart() throws Exception {
    EntryId id = put(EntryId.ROOT, "a", "0123456789").id();

    assertThat(text(id, new ByteRange.From(7))).isEqualTo("789");
    assertThat(text(id, new ByteRange.Between(2, 4))).isEqualTo("234");
    assertThat(text(id, new ByteRange.Between(8, 400))).isEqualTo("89");
    assertThat(text(id, new ByteRange.Last(3))).isEqualTo("789");
    assertThat(text(id, new ByteRange.Last(300))).isEqualTo("0123456789");
    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.From(10)));
    try (Download part = storage.read(id, new ByteRange.Between(2, 4))) {
      assertThat(part.first()).isEqualTo(2);
      assertThat(part.length()).isEqualTo(3);
      assertThat(part.size()).isEqualTo(10);
    }
  }

  @Test
  void read_rangeOfEmptyFile_isInvalid() {
    EntryId id = put(EntryId.ROOT, "a", "").id();

    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.From(0)));
    assertKind(ErrorKind.INVALID_REQUEST, () -> text(id, new ByteRange.Last(1)));
  }

  @Test
  void move_renamesAndMoves() throws Exception {
    Entry dir = storage.createFolder(EntryId.ROOT, "d");
    Entry file = put(EntryId.ROOT, "a", "x");

    Entry moved = storage.move(file.id(), dir.id(), "b %41;", ConflictPolicy.FAIL);

    assertThat(text(moved.id(), null)).isEqualTo("x");
    assertThat(names(dir.id())).containsExactly("b %41;");
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(file.id()));
    assertKind(
        ErrorKind.NOT_FOUND, () -> storage.move(file.id(), EntryId.ROOT, "c", ConflictPolicy.FAIL));
  }

  @Test
  void move_taken_followsThePolicy() {
    Entry a = put(EntryId.ROOT, "a", "a");
    put(EntryId.ROOT, "b", "b");
    storage.createFolder(EntryId.ROOT, "f");

    assertKind(
        ErrorKind.CONFLICT, () -> storage.move(a.id(), EntryId.ROOT, "b", ConflictPolicy.FAIL));
    assertKind(
        ErrorKind.CONFLICT, () -> storage.move(a.id(), EntryId.ROOT, "f", ConflictPolicy.REPLACE));
    assertThat(storage.move(a.id(), EntryId.ROOT, "a", ConflictPolicy.FAIL)).isEqualTo(a);
    Entry second = storage.move(a.id(), EntryId.ROOT, "b", ConflictPolicy.RENAME);
    assertThat(second.name()).isEqualTo("b (2)");
    storage.move(second.id(), EntryId.ROOT, "b", ConflictPolicy.REPLACE);
    assertThat(folder.resolve("b")).hasContent("a");
    assertThat(names(EntryId.ROOT)).containsExactly("b", "f");
  }

  @Test
  void move_folderIntoItself_orTheRoot_isInvalid() {
    Entry f = storage.createFolder(EntryId.ROOT, "f");

    assertKind(
        ErrorKind.INVALID_REQUEST, () -> storage.move(f.id(), f.id(), "g", ConflictPolicy.FAIL));
    assertKind(
        ErrorKind.INVALID_REQUEST,
        () -> storage.move(EntryId.ROOT, f.id(), "g", ConflictPolicy.FAIL));
    assertKind(ErrorKind.INVALID_REQUEST, () -> storage.delete(EntryId.ROOT));
  }

  @Test
  void delete_folder_takesAllInIt() {
    Entry f = storage.createFolder(EntryId.ROOT, "f");
    put(f.id(), "a", "x");

    storage.delete(f.id());

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void list_pages_areInOrderAndComplete() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      String name = "entry-%03d-ä.txt".formatted(i);
      names.add(name);
      Files.writeString(folder.resolve(name), "x");
    }

    assertThat(list(EntryId.ROOT, 100)).extracting(Entry::name).isEqualTo(names);
    assertThat(list(EntryId.ROOT, 250)).hasSize(250);
  }

  @Test
  void ids_ofVeryLongPaths_work() throws Exception {
    EntryId parent = EntryId.ROOT;
    for (int depth = 0; depth < 6; depth++) {
      parent = storage.createFolder(parent, depth + "-" + "長い名前".repeat(16)).id();
    }
    Entry deep = put(parent, "a.txt", "deep");

    assertThat(deep.id().value()).startsWith("2").hasSizeLessThanOrEqualTo(1024);
    assertThat(text(deep.id(), null)).isEqualTo("deep");
    assertThat(list(parent, 5)).containsExactly(deep);
    storage.delete(deep.id());
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(deep.id()));
  }

  @Test
  void quota_ofAServerWithoutOne_isUnknown() {
    assertThat(storage.quotas().orElseThrow().quota())
        .isEqualTo(new Quotas.Quota(null, null, false));
  }

  @Test
  void refusedPassword_isReportedOnce() {
    Davs.Source source = new Davs.Source(Davs.fields(server.url()));
    Storage other = provider.open(source);
    other.list(new ListRequest(EntryId.ROOT, 5, null));
    server.changePassword("another");

    assertKind(ErrorKind.REAUTH_REQUIRED, () -> other.list(new ListRequest(EntryId.ROOT, 5, null)));
    assertThat(source.refused).hasValue(1);
  }

  @Test
  void serverDown_isUnavailable() {
    server.close();
    assertKind(ErrorKind.UNAVAILABLE, () -> storage.stat(EntryId.ROOT));
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
  }

  @Test
  void info_agreesWithTheAccessors() {
    assertThat(provider.info().capabilities())
        .containsExactly(dev.davit.ports.storage.Capability.QUOTA);
    assertThat(storage.quotas()).isPresent();
    assertThat(storage.search()).isEmpty();
    assertThat(storage.changes()).isEmpty();
    assertThat(storage.copying()).isEmpty();
    assertThat(storage.uploadSessions()).isEmpty();
  }
}
