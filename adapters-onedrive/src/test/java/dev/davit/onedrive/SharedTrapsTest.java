package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others share, which is in their drives: a test for each trap. */
class SharedTrapsTest extends OneDriveTests {
  private @Nullable MicrosoftAccount friend;

  @BeforeEach
  void invite() {
    friend = microsofts().somebody();
  }

  @Test
  void sharedFolder_isListedInItsOwnersDrive() {
    String folder = sharedFolder("theirs");
    file(folder, "deep", "content");
    items().addShortcut(top(), "mine", folder);
    Entry shortcut = Browsing.named(storage(), EntryId.ROOT, "mine");
    assertThat(shortcut.isFolder()).isTrue();
    forget();
    Entry deep = Browsing.named(storage(), shortcut.id(), "deep");
    assertThat(asked("GET", "/v1.0/drives/" + items().drive(friend()))).isEqualTo(1);
    assertThat(asked("GET", "/v1.0/")).isEqualTo(1);
    assertThat(text(deep.id())).isEqualTo("content");
    assertThat(storage().stat(deep.id())).isEqualTo(deep);
  }

  @Test
  void sharedFile_isReadInItsOwnersDrive() {
    String file = file(items().root(friend()), "theirs.txt", "content");
    items().share(file, account(), false);
    items().addShortcut(top(), "mine.txt", file);
    Entry shortcut = Browsing.named(storage(), EntryId.ROOT, "mine.txt");
    assertThat(shortcut.kind()).isEqualTo(Entry.Kind.FILE);
    assertThat(shortcut.size()).isEqualTo(7);
    assertThat(shortcut.contentType()).isEqualTo("text/plain");
    assertThat(text(shortcut.id())).isEqualTo("content");
    assertFails(ErrorKind.INVALID_REQUEST, () -> page(shortcut.id(), 10));
  }

  @Test
  void nameOfAShortcut_isItsOwn() {
    String folder = sharedFolder("theirs");
    String shortcut = items().addShortcut(top(), "mine", folder);
    EntryId id = id("mine");
    items().rename(folder, "renamed by its owner");
    assertThat(storage().stat(id).name()).isEqualTo("mine");
    items().rename(shortcut, "renamed by me");
    assertThat(storage().stat(id).name()).isEqualTo("renamed by me");
  }

  @Test
  void twoShortcutsToOneFolder_areTwoEntries_ofTheSameContent() {
    String folder = sharedFolder("theirs");
    file(folder, "deep", "x");
    items().addShortcut(top(), "one", folder);
    items().addShortcut(top(), "two", folder);
    assertThat(id("one")).isNotEqualTo(id("two"));
    assertThat(Browsing.all(storage(), id("one"), 10))
        .isEqualTo(Browsing.all(storage(), id("two"), 10));
  }

  @Test
  void danglingShortcut_isListed_andSaysWhatIsWrong() {
    String folder = sharedFolder("folder");
    String file = file(items().root(friend()), "file", "x");
    items().share(file, account(), false);
    items().addShortcut(top(), "to folder", folder);
    items().addShortcut(top(), "to file", file);
    EntryId toFolder = id("to folder");
    items().unshare(folder, account());
    items().remove(file);
    assertThat(Browsing.names(storage(), EntryId.ROOT, 10)).hasSize(2);
    assertThat(assertFails(ErrorKind.NOT_FOUND, () -> page(toFolder, 10)))
        .hasMessageContaining("shortcut");
    EntryId toFile = id("to file");
    assertThat(storage().stat(toFile).name()).isEqualTo("to file");
    assertThat(assertFails(ErrorKind.NOT_FOUND, () -> storage().read(toFile, null)))
        .hasMessageContaining("shortcut");
  }

  @Test
  void sharedWhereOnlyOwnFilesWereGranted_saysThatItIsNotThere() {
    String folder = sharedFolder("theirs");
    items().addShortcut(top(), "mine", folder);
    Storage own = opened(microsofts().tokens(account(), OneDriveScope.OWN));
    EntryId id = Browsing.named(own, EntryId.ROOT, "mine").id();
    assertThat(assertFails(ErrorKind.NOT_FOUND, () -> Browsing.all(own, id, 10)))
        .hasMessageContaining("shortcut");
  }

  @Test
  void whatOthersShared_isFound_andReadThere() {
    String file = file(items().root(friend()), "quarterly figures", "content");
    items().share(file, account(), false);
    assertThat(page(EntryId.ROOT, 10).entries()).isEmpty();
    Entry found = Browsing.found(storage(), "quarterly", 10).get(0);
    assertThat(found.name()).isEqualTo("quarterly figures");
    assertThat(storage().stat(found.id()).name()).isEqualTo("quarterly figures");
    assertThat(text(found.id())).isEqualTo("content");
  }

  @Test
  void idOfAShortcut_thatNamesAnotherTarget_isNotFound() {
    String folder = sharedFolder("theirs");
    items().addShortcut(top(), "one", folder);
    String other = sharedFolder("others");
    items().addShortcut(top(), "two", other);
    assertFails(
        ErrorKind.NOT_FOUND, () -> storage().stat(ShortcutIds.crossed(id("one"), id("two"))));
  }

  private String sharedFolder(String name) {
    String folder = items().addFolder(items().root(friend()), name);
    items().share(folder, account(), true);
    return folder;
  }

  private MicrosoftAccount friend() {
    return java.util.Objects.requireNonNull(friend);
  }
}
