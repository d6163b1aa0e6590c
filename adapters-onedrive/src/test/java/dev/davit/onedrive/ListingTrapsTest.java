package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.memory.FixedCredentials;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph does to those who list: a test for each trap. */
class ListingTrapsTest extends OneDriveTests {
  @Test
  void emptyPageWithANextLink_isNotTheEnd() {
    file("one", "1");
    file("two", "2");
    microsofts().graph().faults().emptyPages(1);
    Listing first = page(EntryId.ROOT, 10);
    assertThat(first.entries()).isEmpty();
    assertThat(first.next()).isNotNull();
    microsofts().graph().faults().emptyPages(1);
    assertThat(Browsing.names(storage(), EntryId.ROOT, 1)).containsExactly("one", "two");
  }

  @Test
  void nextLink_isFollowedAsItIs() {
    List.of("a", "b", "c").forEach(name -> file(name, "x"));
    Listing first = page(EntryId.ROOT, 2);
    forget();
    storage().list(new ListRequest(EntryId.ROOT, 2, first.next()));
    assertThat(asked("GET", "skiptoken=")).isEqualTo(1);
    assertThat(asked("GET", "/v1.0/")).isEqualTo(1);
  }

  @Test
  void pages_areAskedFor_withTopAndSelect() {
    file("one", "1");
    page(EntryId.ROOT, 10);
    assertThat(asked("GET", "$top=10&$select=id%2Cname")).isEqualTo(1);
  }

  @Test
  void drive_isNotResolved_toListOrRead() {
    String folder = folder("folder");
    file(folder, "deep", "text");
    forget();
    text(Browsing.named(storage(), id("folder"), "deep").id());
    assertThat(asked("GET", "/v1.0/me/drive?")).isZero();
    assertThat(asked("GET", "/v1.0/me/drive/root/children")).isEqualTo(1);
    assertThat(asked("GET", "/v1.0/drives/")).isPositive();
  }

  @Test
  void pages_thatRepeatAnItem_answerItOnce() {
    List.of("a", "b", "c", "d", "e").forEach(name -> file(name, "x"));
    Listing first = page(EntryId.ROOT, 2);
    microsofts().graph().faults().repeatItems(2);
    assertThat(names(first, 2)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void pages_thatRepeatAnItem_answerItOnce_onAnotherNodeToo() {
    List.of("a", "b", "c", "d", "e").forEach(name -> file(name, "x"));
    Cursor next = page(EntryId.ROOT, 2).next();
    microsofts().graph().faults().repeatItems(1);
    try (OneDriveProvider other = Microsofts.provider(microsofts().settings())) {
      Storage there = other.open(new FixedCredentials(microsofts().tokens(account())));
      assertThat(there.list(new ListRequest(EntryId.ROOT, 2, next)).entries())
          .extracting(Entry::name)
          .containsExactly("c");
    }
  }

  @Test
  void pageThatIsAskedForAgain_isAnsweredAlike() {
    List.of("a", "b", "c", "d", "e").forEach(name -> file(name, "x"));
    ListRequest second = new ListRequest(EntryId.ROOT, 2, page(EntryId.ROOT, 2).next());
    Listing once = storage().list(second);
    storage().list(new ListRequest(EntryId.ROOT, 2, once.next()));
    assertThat(storage().list(second)).isEqualTo(once);
    assertThat(once.entries()).hasSize(2);
  }

  @Test
  void renamedMeanwhile_comesOnce_howeverManyPagesOn() {
    List.of("a", "b", "c", "d", "e", "f").forEach(name -> file(name, "x"));
    String first = items().named(top(), "a").orElseThrow();
    Listing page = page(EntryId.ROOT, 1);
    items().rename(first, "z");
    assertThat(names(page, 1)).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void skippedItem_isBroughtByDelta() {
    List.of("a", "b", "c", "d").forEach(name -> file(name, "x"));
    Changes changes = storage().changes().orElseThrow();
    Cursor before = changes.now();
    Listing page = page(EntryId.ROOT, 2);
    items().rename(items().named(top(), "d").orElseThrow(), "aa");
    assertThat(names(page, 2)).containsExactly("a", "b", "c");
    assertThat(changes.since(before).changes())
        .extracting(change -> Objects.requireNonNull(change.entry()).name())
        .containsExactly("aa");
  }

  @Test
  void morePerPageThanAskedFor_areToldInParts() {
    for (String name : List.of("a", "b", "c")) {
      file(name, "x");
    }
    String all = wholePage();
    for (int i = 0; i < 3; i++) {
      inject(Fault.answer(200, "application/json", all).at("/children"));
    }
    assertThat(names(page(EntryId.ROOT, 1), 1)).containsExactly("a", "b", "c");
  }

  private String wholePage() {
    StringBuilder text = new StringBuilder("{\"value\":[");
    for (Entry entry : page(EntryId.ROOT, 10).entries()) {
      text.append(text.length() > 10 ? "," : "")
          .append(
              "{\"id\":\"CID!%s\",\"name\":\"%s\",\"file\":{},"
                  .formatted(entry.name(), entry.name()))
          .append("\"parentReference\":{\"driveId\":\"0123456789abcdef\"}}");
    }
    return text.append("]}").toString();
  }

  @Test
  void deletedFolder_isNotFound() {
    String folder = folder("folder");
    EntryId id = id("folder");
    items().remove(folder);
    assertFails(ErrorKind.NOT_FOUND, () -> page(id, 10));
  }

  @Test
  void fileInPlaceOfAFolder_isRefused_evenIfGraphListsNothing() {
    file("file", "1");
    EntryId id = id("file");
    assertFails(ErrorKind.INVALID_REQUEST, () -> page(id, 10));
    inject(Fault.answer(200, "application/json", "{\"value\":[]}").at("/children"));
    assertFails(ErrorKind.INVALID_REQUEST, () -> page(id, 10));
  }

  @Test
  void emptyFolder_isLookedUp_beforeItIsBelieved() {
    folder("folder");
    EntryId id = id("folder");
    forget();
    assertThat(page(id, 10).entries()).isEmpty();
    assertThat(asked("GET", "/v1.0/")).isEqualTo(2);
  }

  @Test
  void ids_surviveRenameAndMove() {
    String file = file("file", "text");
    String folder = folder("folder");
    EntryId id = id("file");
    items().rename(file, "renamed");
    items().move(file, folder);
    assertThat(storage().stat(id).name()).isEqualTo("renamed");
    assertThat(id("folder")).isNotEqualTo(id);
    assertThat(Browsing.named(storage(), id("folder"), "renamed").id()).isEqualTo(id);
  }

  @Test
  void package_isAFileThatCanNotBeRead() {
    items().addPackage(top(), "Notebook");
    Entry notebook = Browsing.named(storage(), EntryId.ROOT, "Notebook");
    assertThat(notebook.kind()).isEqualTo(Entry.Kind.FILE);
    assertThat(notebook.size()).isNull();
    assertThat(storage().stat(notebook.id())).isEqualTo(notebook);
    assertFails(ErrorKind.INVALID_REQUEST, () -> page(notebook.id(), 10));
    assertThat(assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(notebook.id(), null)))
        .hasMessageContaining("can't be read as a file");
  }

  @Test
  void whatIsInTheBin_isNotListed_norThere() {
    String gone = file("gone", "1");
    EntryId id = id("gone");
    items().trash(gone);
    assertThat(page(EntryId.ROOT, 10).entries()).isEmpty();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(id));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().read(id, null));
  }

  @Test
  void itemThatIsSaidToBeDeleted_isNotThere() {
    file("file", "1");
    EntryId id = id("file");
    String deleted =
        "{\"value\":[{\"id\":\"X!1\",\"deleted\":{},\"parentReference\":{\"driveId\":\"0\"}}]}";
    inject(Fault.answer(200, "application/json", deleted).at("/root/children"));
    assertThat(page(EntryId.ROOT, 10).entries()).isEmpty();
    inject(Fault.answer(200, "application/json", "{\"deleted\":{}}").at("/items/"));
    assertFails(ErrorKind.NOT_FOUND, () -> storage().stat(id));
  }

  @Test
  void driveNamedInAnotherCase_isTheSame() {
    String item =
        "{\"id\":\"X!1\",\"name\":\"n\",\"file\":{},\"parentReference\":{\"driveId\":\"%s\"}}";
    EntryId low = listed(item.formatted("abc456789abcdef"));
    assertThat(listed(item.formatted("0ABC456789ABCDEF"))).isEqualTo(low);
  }

  private EntryId listed(String item) {
    inject(Fault.answer(200, "application/json", "{\"value\":[" + item + "]}").at("/children"));
    return page(EntryId.ROOT, 10).entries().get(0).id();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/v1.0/me/drive/root/children?$skiptoken=x",
        "https://graph.example.org/v1.0/me/drive/root/children",
        "/v1.0/me/drive/root/children"
      })
  void S7_nextLinkToAnotherHost_isNotFollowed(String link) {
    String page = "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}";
    inject(Fault.answer(200, "application/json", page).at("/children"));
    assertFails(ErrorKind.PROTOCOL, () -> page(EntryId.ROOT, 10));
  }

  @Test
  void S7_nextLinkToSomethingElse_isNotFollowed() {
    String link = microsofts().microsoft().url().resolve("/v1.0/me/messages").toString();
    String page = "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}";
    inject(Fault.answer(200, "application/json", page).at("/children"));
    assertFails(ErrorKind.PROTOCOL, () -> page(EntryId.ROOT, 10));
  }

  @Test
  void S7_cursorOfAnotherFolder_leadsNowhere() {
    String one = folder("one");
    file(one, "a", "1");
    file(one, "b", "1");
    folder("two");
    Cursor cursor = Objects.requireNonNull(page(id("one"), 1).next());
    EntryId two = id("two");
    assertFails(ErrorKind.INVALID_CURSOR, () -> storage().list(new ListRequest(two, 1, cursor)));
    Cursor altered = new Cursor(cursor.value().replaceFirst("skiptoken=", "skiptoken=x"));
    EntryId id = id("one");
    assertFails(ErrorKind.INVALID_CURSOR, () -> storage().list(new ListRequest(id, 1, altered)));
  }

  @Test
  void search_takesWordsLiterally() {
    file("it's here", "1");
    file("other", "1");
    assertThat(found("it's")).containsExactly("it's here");
    assertThat(found("here NOT other")).isEmpty();
    assertThat(found("\"it's\" (here)")).containsExactly("it's here");
    assertThat(found("') or ('")).isEmpty();
    assertThat(found("*")).isEmpty();
    assertThat(found("  ")).isEmpty();
  }

  @Test
  void search_findsByContent_pageByPage() {
    file("one", "apples and pears");
    file("two", "pears and plums");
    file("three", "plums");
    assertThat(found("pears")).containsExactlyInAnyOrder("one", "two");
  }

  private List<String> found(String words) {
    return Browsing.found(storage(), words, 1).stream().map(Entry::name).toList();
  }

  /** The names on a page and on all that follow. */
  private List<String> names(Listing first, int limit) {
    return Browsing.following(storage(), EntryId.ROOT, limit, first).stream()
        .map(Entry::name)
        .toList();
  }

  private void inject(Fault fault) {
    microsofts().microsoft().faults().inject(fault);
  }
}
