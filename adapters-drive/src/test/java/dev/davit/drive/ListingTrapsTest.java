package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import dev.davit.testkit.Browsing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Drive does to those who list: a test for each trap. */
class ListingTrapsTest extends DriveTests {
  private static final String FOLDER = "application/vnd.google-apps.folder";

  @Test
  void emptyPageWithAToken_isNotTheEnd() {
    file("one", "1");
    file("two", "2");
    googles().drive().faults().emptyPages(1);
    Listing first = page(EntryId.ROOT, 10);
    assertThat(first.entries()).isEmpty();
    assertThat(first.next()).isNotNull();
    googles().drive().faults().emptyPages(1);
    assertThat(Browsing.names(storage(), EntryId.ROOT, 1)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void trashedEntries_areNotListed_norFound() {
    String gone = file("gone", "1");
    EntryId id = id("gone");
    items().trash(gone, true);
    assertThat(Browsing.names(storage(), EntryId.ROOT, 10)).isEmpty();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(id));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().read(id, null));
  }

  @Test
  void folderInATrashedFolder_isNotThere() {
    String outer = items().addFolder(top(), "outer");
    items().addFolder(outer, "inner");
    EntryId inner = Browsing.named(storage(), id("outer"), "inner").id();
    items().trash(outer, true);
    assertFails(ErrorKind.NOT_FOUND, () -> page(inner, 10));
  }

  @Test
  void deletedFolder_isNotFound_thoughGoogleListsNothing() {
    String folder = items().addFolder(top(), "folder");
    EntryId id = id("folder");
    items().remove(folder);
    assertFails(ErrorKind.NOT_FOUND, () -> page(id, 10));
  }

  @Test
  void emptyFolder_isLookedUp_beforeItIsBelieved() {
    items().addFolder(top(), "folder");
    EntryId id = id("folder");
    googles().google().requests().clear();
    assertThat(page(id, 10).entries()).isEmpty();
    assertThat(asked("GET", "/drive/v3/files/")).isEqualTo(1);
  }

  @Test
  void fileInPlaceOfAFolder_isRefused_thoughGoogleListsNothing() {
    file("file", "1");
    EntryId id = id("file");
    assertFails(ErrorKind.INVALID_REQUEST, () -> page(id, 10));
  }

  @Test
  void incompleteSearch_isNoListing() {
    file("one", "1");
    googles().drive().faults().incompleteSearch(true);
    assertFails(ErrorKind.UNAVAILABLE, () -> page(EntryId.ROOT, 10));
  }

  @Test
  void duplicateNames_areTwoEntries() {
    file("same", "1");
    file("same", "22");
    List<Entry> both = Browsing.all(storage(), EntryId.ROOT, 10);
    assertThat(both).extracting(Entry::name).containsExactly("same", "same");
    assertThat(both.stream().map(one -> Browsing.text(storage(), one.id(), null)))
        .containsExactlyInAnyOrder("1", "22");
  }

  @Test
  void oddNames_areShownAsTheyAre() {
    List<String> names = List.of(".", "..", "a/b", "it's \\ 'quoted'", "\"", " ");
    names.forEach(name -> file(name, "x"));
    assertThat(Browsing.names(storage(), EntryId.ROOT, 100))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void onlyWhatIsAskedFor_isSent() {
    file("one", "1");
    page(EntryId.ROOT, 10);
    assertThat(asked("GET", "fields=nextPageToken,incompleteSearch")).isEqualTo(1);
  }

  @Test
  void sharedDrives_areAFolderAtTheRoot_onlyWhereThereAreAny() {
    assertThat(page(EntryId.ROOT, 10).entries()).isEmpty();
    drive("Team");
    drive("Other");
    EntryId drives = id("Shared drives");
    assertThat(Browsing.names(storage(), drives, 1)).containsExactlyInAnyOrder("Team", "Other");
    assertThat(storage().stat(drives).isFolder()).isTrue();
    file("mine", "1");
    assertThat(Browsing.names(storage(), EntryId.ROOT, 1)).containsExactly("Shared drives", "mine");
  }

  @Test
  void sharedDrives_behindAnEmptyPage_areThere() {
    String empty = "{\"drives\":[],\"nextPageToken\":\"more\"}";
    googles()
        .google()
        .faults()
        .inject(Fault.answer(200, "application/json", empty).on("GET").at("/drives?"));

    assertThat(page(EntryId.ROOT, 10).entries())
        .extracting(Entry::name)
        .containsExactly("Shared drives");
  }

  @Test
  void sharedDrive_isAskedForWholly_withItsCorpus() {
    String drive = drive("Team");
    String folder = items().addFolder(drive, "folder");
    file(folder, "deep", "content");
    EntryId top = Browsing.named(storage(), id("Shared drives"), "Team").id();
    assertThat(storage().stat(top).name()).isEqualTo("Team");
    Entry inner = Browsing.named(storage(), top, "folder");
    Entry deep = Browsing.named(storage(), inner.id(), "deep");
    assertThat(Browsing.text(storage(), deep.id(), null)).isEqualTo("content");
    assertThat(storage().stat(deep.id())).isEqualTo(deep);
    assertThat(asked("GET", "corpora=drive&driveId=" + drive)).isPositive();
  }

  @Test
  void sharedDrive_thatIsLeft_isNotFound() {
    String drive = drive("Team");
    items().addFolder(drive, "folder");
    EntryId top = Browsing.named(storage(), id("Shared drives"), "Team").id();
    EntryId inner = Browsing.named(storage(), top, "folder").id();
    items().removeMember(drive, account().email());
    assertFails(ErrorKind.NOT_FOUND, () -> page(top, 10));
    assertFails(ErrorKind.NOT_FOUND, () -> page(inner, 10));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(top));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(inner));
  }

  @Test
  void emptySharedDrive_isEmpty() {
    drive("Team");
    EntryId top = Browsing.named(storage(), id("Shared drives"), "Team").id();
    assertThat(page(top, 10).entries()).isEmpty();
  }

  @Test
  void folderShortcut_listsWhatItLeadsTo_pageByPage() {
    String folder = items().addFolder(top(), "folder");
    file(folder, "a", "1");
    file(folder, "b", "2");
    items().addShortcut(top(), "shortcut", folder, FOLDER);
    Entry shortcut = Browsing.named(storage(), EntryId.ROOT, "shortcut");
    assertThat(shortcut.isFolder()).isTrue();
    assertThat(Browsing.names(storage(), shortcut.id(), 1)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void folderShortcuts_inALoop_areHarmless() {
    String folder = items().addFolder(top(), "folder");
    items().addShortcut(folder, "up", folder, FOLDER);
    EntryId up = Browsing.named(storage(), id("folder"), "up").id();
    assertThat(Browsing.all(storage(), up, 10)).extracting(Entry::id).containsExactly(up);
  }

  @Test
  void danglingShortcut_isListed_andSaysWhatIsWrong() {
    String folder = items().addFolder(top(), "folder");
    String file = file("file", "1");
    items().addShortcut(top(), "to folder", folder, FOLDER);
    items().addShortcut(top(), "to file", file, "text/plain");
    items().remove(folder);
    items().trash(file, true);
    EntryId toFolder = id("to folder");
    EntryId toFile = id("to file");
    assertThat(storage().stat(toFile).kind()).isEqualTo(Entry.Kind.FILE);
    assertThat(assertFails(ErrorKind.NOT_FOUND, () -> page(toFolder, 10)))
        .hasMessageContaining("shortcut");
    assertThat(assertFails(ErrorKind.NOT_FOUND, () -> storage().read(toFile, null)))
        .hasMessageContaining("shortcut");
  }

  @Test
  void S7_cursorOfAnotherFolder_leadsNowhere() {
    String one = items().addFolder(top(), "one");
    file(one, "a", "1");
    file(one, "b", "1");
    items().addFolder(top(), "two");
    Cursor cursor = page(id("one"), 1).next();
    EntryId two = id("two");
    assertThat(cursor).isNotNull();
    assertFails(ErrorKind.INVALID_CURSOR, () -> storage().list(new ListRequest(two, 1, cursor)));
    Cursor altered = new Cursor(cursor.value() + "x");
    EntryId id = id("one");
    assertFails(ErrorKind.INVALID_CURSOR, () -> storage().list(new ListRequest(id, 1, altered)));
  }

  @Test
  void root_isAnAlias_andNoOtherIdIsTakenForIt() {
    Entry root = storage().stat(EntryId.ROOT);
    assertThat(root.id()).isEqualTo(EntryId.ROOT);
    assertThat(root.isFolder()).isTrue();
  }

  @Test
  void whatOthersShared_isFound_thoughNotListed() {
    String other = googles().somebody().email();
    String shared = file(items().root(other), "quarterly figures", "1");
    items().share(shared, account().email(), "reader");
    assertThat(page(EntryId.ROOT, 10).entries()).isEmpty();
    List<Entry> found = found("quarterly");
    assertThat(found).extracting(Entry::name).containsExactly("quarterly figures");
    assertThat(Browsing.text(storage(), found.get(0).id(), null)).isEqualTo("1");
  }

  @Test
  void search_thatIsIncomplete_isNarrowedToTheUser() {
    file("mine", "1");
    googles().drive().faults().incompleteSearch(true);
    assertThat(found("mine")).extracting(Entry::name).containsExactly("mine");
    assertThat(asked("GET", "corpora=allDrives")).isEqualTo(1);
    assertThat(asked("GET", "corpora=user")).isEqualTo(1);
  }

  @Test
  void search_thatIsIncompleteLater_isToBeStartedAgain() {
    file("mine a", "1");
    file("mine b", "1");
    Search search = storage().search().orElseThrow();
    Cursor next = search.find("mine", 1, null).next();
    assertThat(next).isNotNull();
    googles().drive().faults().incompleteSearch(true);

    assertFails(ErrorKind.INVALID_CURSOR, () -> search.find("mine", 1, next));
  }

  @Test
  void search_takesWordsLiterally_andLeavesOutTheBin() {
    file("it's here", "1");
    items().trash(file("it's gone", "1"), true);
    assertThat(found("it's")).extracting(Entry::name).containsExactly("it's here");
    assertThat(found("' or trashed=true or name contains '")).isEmpty();
    assertThat(found("\\")).isEmpty();
    assertThat(found("  ")).isEmpty();
  }

  @Test
  void rateLimit_comesAs403_andIsNoDenial() {
    for (var fault :
        List.of(DriveFaults.rateLimitExceeded(), DriveFaults.userRateLimitExceeded())) {
      googles().google().faults().inject(fault);
      assertFails(ErrorKind.RATE_LIMITED, () -> storage().stat(EntryId.ROOT));
    }
  }

  private List<Entry> found(String words) {
    return storage().search().orElseThrow().find(words, 10, null).entries();
  }

  private String drive(String name) {
    return items().addSharedDrive(name, Map.of(account().email(), "organizer"));
  }
}
