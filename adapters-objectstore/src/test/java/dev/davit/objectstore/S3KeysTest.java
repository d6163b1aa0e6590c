package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that others put into the bucket by hand. */
class S3KeysTest extends S3Tests {
  @Test
  void folderWithoutAnObjectOfItsOwn_isAFolder() throws Exception {
    foreigner.put("made/by/hand", "x");
    Entry made = list(EntryId.ROOT).get(0);
    assertThat(made.isFolder()).isTrue();
    assertThat(storage.stat(made.id())).isEqualTo(made);
    Entry by = list(made.id()).get(0);
    assertThat(text(list(by.id()).get(0).id())).isEqualTo("x");
    Fixture.assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "made"));
    write(by.id(), "ours", Contents.text("y"));
    assertThat(foreigner.keys()).contains("made/by/hand", "made/by/ours");
  }

  @Test
  void keysOfOurOwn_areNotShown_andCanNotBeMade() {
    foreigner.put(".davit-uploads/tag", "x");
    foreigner.put("folder/.davit-x", "x");
    assertThat(names(EntryId.ROOT)).containsExactly("folder");
    assertThat(names(list(EntryId.ROOT).get(0).id())).isEmpty();
    Fixture.assertKind(
        ErrorKind.INVALID_REQUEST, () -> storage.createFolder(EntryId.ROOT, ".davit-uploads"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\nb", "\u007f"})
  void keyWithControlCharacters_isNotShown_andGoesWithItsFolder(String odd) {
    EntryId folder = storage.createFolder(EntryId.ROOT, "folder").id();
    write(folder, "plain", Contents.text("x"));
    foreigner.put("folder/" + odd, "x");
    assertThat(names(folder)).containsExactly("plain");
    storage.delete(folder);
    assertThat(foreigner.keys()).isEmpty();
  }

  @Test
  void page_ofWhichNothingIsShown_isNotTheLast() {
    EntryId folder = storage.createFolder(EntryId.ROOT, "folder").id();
    for (int i = 0; i < 5; i++) {
      foreigner.put("folder/.davit-" + i, "x");
    }
    write(folder, "last", Contents.text("x"));
    List<String> names = new ArrayList<>();
    Cursor next = null;
    do {
      Listing page = storage.list(new ListRequest(folder, 2, next));
      page.entries().forEach(entry -> names.add(entry.name()));
      next = page.next();
    } while (next != null);
    assertThat(names).containsExactly("last");
  }

  @Test
  void cursorOfOneFolder_isNoneOfAnother() {
    EntryId one = storage.createFolder(EntryId.ROOT, "one").id();
    EntryId other = storage.createFolder(EntryId.ROOT, "other").id();
    Cursor cursor = storage.list(new ListRequest(EntryId.ROOT, 1, null)).next();
    for (EntryId folder : List.of(one, other)) {
      Fixture.assertKind(
          ErrorKind.INVALID_CURSOR, () -> storage.list(new ListRequest(folder, 1, cursor)));
    }
  }

  @Test
  void moveOfAFolder_leavesNoKeyBehind_andKeepsMediaTypes() throws Exception {
    EntryId folder = storage.createFolder(EntryId.ROOT, "folder").id();
    storage.createFolder(folder, "empty");
    foreigner.put("folder/deep/er", "x");
    EntryId target = storage.createFolder(EntryId.ROOT, "target").id();
    storage.move(folder, target, "moved", ConflictPolicy.FAIL);
    assertThat(foreigner.keys())
        .containsExactlyInAnyOrder(
            "target/", "target/moved/", "target/moved/empty/", "target/moved/deep/er");
    assertThat(foreigner.text("target/moved/deep/er")).isEqualTo("x");
  }
}
