package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Quotas.Quota;
import dev.davit.ports.storage.Search;
import dev.davit.testkit.fault.TestContent;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a Nextcloud says of its files, and what it says instead. */
class NextcloudFilesTest extends CloudTest {
  @Test
  void id_leadsToNothingElse_thatCameUnderTheSameName() {
    Entry file = write("name", "first");
    storage.delete(file.id());
    Entry second = write("name", "second");
    assertThat(second.id()).isNotEqualTo(file.id());
    assertAllNotFound(file.id());
    assertThat(text(second.id())).isEqualTo("second");
  }

  @Test
  void id_ofAFolder_leadsToNothingElse_thatCameUnderTheSameName() {
    EntryId first = storage.createFolder(EntryId.ROOT, "folder").id();
    storage.delete(first);
    EntryId second = storage.createFolder(EntryId.ROOT, "folder").id();
    assertAllNotFound(first);
    assertKind(ErrorKind.NOT_FOUND, () -> storage.createFolder(first, "inner"));
    assertKind(ErrorKind.NOT_FOUND, () -> storage.move(second, first, "x", ConflictPolicy.FAIL));
    assertThat(storage.stat(second).id()).isEqualTo(second);
  }

  private void assertAllNotFound(EntryId id) {
    List<ThrowingCallable> uses =
        List.of(
            () -> storage.stat(id),
            () -> storage.read(id, null),
            () -> storage.list(new dev.davit.ports.storage.ListRequest(id, 10, null)),
            () -> storage.move(id, EntryId.ROOT, "x", ConflictPolicy.FAIL),
            () -> storage.delete(id));
    uses.forEach(use -> assertKind(ErrorKind.NOT_FOUND, use));
  }

  @Test
  void permissions_areSaidBeforeAnythingIsTried() {
    EntryId folder = storage.createFolder(EntryId.ROOT, "shared").id();
    EntryId file =
        storage
            .write(
                new dev.davit.ports.storage.WriteRequest(
                    attempt(folder, "file"), TestContent.of("x"), null, ConflictPolicy.FAIL, null))
            .id();
    server.restrict(Clouds.USER, "shared", "SG");
    server.requests().clear();
    assertDenied(() -> storage.delete(file));
    assertDenied(() -> storage.move(file, folder, "other", ConflictPolicy.FAIL));
    assertDenied(() -> storage.move(file, EntryId.ROOT, "other", ConflictPolicy.FAIL));
    assertDenied(() -> storage.createFolder(folder, "inner"));
    for (String name : List.of("file", "new")) {
      TestContent content = TestContent.of("y");
      assertDenied(
          () ->
              storage.write(
                  new dev.davit.ports.storage.WriteRequest(
                      attempt(folder, name), content, null, ConflictPolicy.REPLACE, null)));
      assertThat(content.opened()).isZero();
    }
    assertThat(server.requests().all()).allMatch(one -> one.method().equals("PROPFIND"));
    assertThat(text(file)).isEqualTo("x");

    server.restrict(Clouds.USER, "shared", "SDNVW");
    assertDenied(() -> storage.read(file, null));
  }

  private void assertDenied(ThrowingCallable call) {
    assertKind(ErrorKind.PROVIDER_DENIED, call);
  }

  @Test
  void quota_negativeNumbers_areNoNumbers() {
    for (Map.Entry<Long, Quota> one :
        Map.of(
                -1L, new Quota(0L, null, false),
                -2L, new Quota(0L, null, false),
                -3L, new Quota(0L, null, true),
                1_000L, new Quota(0L, 1_000L, false))
            .entrySet()) {
      server.quota(Clouds.USER, one.getKey());
      assertThat(storage.quotas().orElseThrow().quota()).isEqualTo(one.getValue());
    }
  }

  @Test
  void write_ofMoreThanThereIsRoomFor_isFull_andTheOldStays() {
    Entry old = write("file", "old");
    server.quota(Clouds.USER, 10);
    assertKind(ErrorKind.QUOTA_EXCEEDED, () -> write("file", "more than ten bytes"));
    assertThat(text(old.id())).isEqualTo("old");
  }

  @Test
  void delete_putsIntoTheBin() {
    Entry file = write("gone", "x");
    storage.delete(file.id());
    assertThat(names()).isEmpty();
    assertThat(folder.resolve("data/trashbin/" + Clouds.USER + "/trash").toFile().list())
        .singleElement()
        .asString()
        .startsWith("gone.d");
  }

  @Test
  void erase_isPastTheBin() {
    storage.erase(write("gone", "x").id());
    assertThat(names()).isEmpty();
    assertThat(folder.resolve("data/trashbin/" + Clouds.USER + "/trash"))
        .satisfiesAnyOf(
            bin -> assertThat(bin).doesNotExist(), bin -> assertThat(bin).isEmptyDirectory());
  }

  @Test
  void maintenance_isNoRefusal_andSaysWhenToComeAgain() {
    server.faults().maintenance(true);
    CloudException paused = assertKind(ErrorKind.UNAVAILABLE, () -> storage.stat(EntryId.ROOT));
    assertThat(paused.retryAfter()).isPresent();
    assertKind(ErrorKind.UNAVAILABLE, () -> write("file", "x"));
    assertThat(source.refused).hasValue(0);
    server.faults().maintenance(false);
    assertThat(storage.stat(EntryId.ROOT).isFolder()).isTrue();
  }

  @Test
  void aRefusedPassword_isTriedOnce() {
    server.revoke(password());
    assertKind(ErrorKind.REAUTH_REQUIRED, () -> storage.stat(EntryId.ROOT));
    assertThat(source.refused).hasValue(1);
    assertThat(server.wrongPasswords()).isEqualTo(1);
  }

  @Test
  void aDeviceToBeWiped_isToldSo_andTheGrantIsDead() {
    server.markForWipe(password());
    CloudException dead = assertKind(ErrorKind.TOKEN_REJECTED, () -> storage.stat(EntryId.ROOT));
    assertThat(dead.getCause()).hasMessageContaining("wipe");
    assertThat(dead.getMessage()).doesNotContain(password());
    assertThat(server.requests().of("POST", "/core/wipe/check")).hasSize(1);
    assertThat(server.wrongPasswords()).isLessThanOrEqualTo(1);
  }

  @Test
  void search_takesWordsLiterally_atAnyDepth() {
    EntryId folder = storage.createFolder(EntryId.ROOT, "50% off & more").id();
    write("100% pure", "x");
    write("100 pure", "x");
    write("a_b", "x");
    write("axb", "x");
    storage.write(
        new dev.davit.ports.storage.WriteRequest(
            attempt(folder, "deep <100%>"), TestContent.of("x"), null, ConflictPolicy.FAIL, null));
    assertThat(found("100%")).containsExactly("100% pure", "deep <100%>");
    assertThat(found("a_b")).containsExactly("a_b");
    assertThat(found("% off &")).containsExactly("50% off & more");
    assertThat(found("\\")).isEmpty();
    assertThat(found("</d:literal>")).isEmpty();
    assertThat(found("\u0000")).isEmpty();
    for (Entry entry : search().find("deep", 10, null).entries()) {
      assertThat(storage.stat(entry.id())).isEqualTo(entry);
    }
  }

  @Test
  void search_goesOnPageByPage() {
    for (int i = 0; i < 5; i++) {
      write("page " + i, "x");
    }
    Listing first = search().find("page", 2, null);
    assertThat(first.entries()).extracting(Entry::name).containsExactly("page 0", "page 1");
    Listing second = search().find("page", 2, first.next());
    assertThat(second.entries()).extracting(Entry::name).containsExactly("page 2", "page 3");
    Listing third = search().find("page", 2, second.next());
    assertThat(third.entries()).extracting(Entry::name).containsExactly("page 4");
    assertThat(third.next()).isNull();
    assertKind(
        ErrorKind.INVALID_CURSOR,
        () -> search().find("page", 2, new dev.davit.ports.storage.Cursor("http://x")));
  }

  private List<String> found(String words) {
    return search().find(words, 10, null).entries().stream().map(Entry::name).toList();
  }

  private Search search() {
    return storage.search().orElseThrow();
  }

  private String password() {
    return ((SecretFields) grant.credential()).require("password");
  }
}
