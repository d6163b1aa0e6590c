package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Search;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.memory.FixedCredentials;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Somebody who lists and reads, and holds that what comes is right. */
final class Reader {
  private static final String CONTENT = "0123456789";

  private final Microsofts microsofts;
  private final MicrosoftAccount account;
  private final Storage storage;

  Reader(Microsofts microsofts, OneDriveProvider provider) {
    this.microsofts = microsofts;
    this.account = microsofts.somebody();
    this.storage = provider.open(new FixedCredentials(microsofts.tokens(account)));
  }

  void lists() {
    file(top(), "file");
    Entry entry = named(EntryId.ROOT, "file");
    assertThat(entry.size()).isEqualTo(CONTENT.length());
    assertThat(entry.etag()).isNotNull();
    assertThat(entry.modifiedAt()).isNotNull();
  }

  void pages() {
    List.of("a", "b", "c").forEach(name -> file(top(), name));
    Cursor next = storage.list(new ListRequest(EntryId.ROOT, 2, null)).next();
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 2, next)).entries())
        .extracting(Entry::name)
        .containsExactly("c");
  }

  void pagesThatRepeat() {
    List.of("a", "b", "c").forEach(name -> file(top(), name));
    Cursor next = storage.list(new ListRequest(EntryId.ROOT, 2, null)).next();
    microsofts.graph().faults().repeatItems(1);
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 2, next)).entries())
        .extracting(Entry::name)
        .containsExactly("c");
  }

  void pagesThatAreEmpty() {
    file(top(), "a");
    microsofts.graph().faults().emptyPages(1);
    assertThat(Browsing.names(storage, EntryId.ROOT, 2)).containsExactly("a");
  }

  void child() {
    file(microsofts.items().addFolder(top(), "folder"), "inside");
    Entry inside = named(named(EntryId.ROOT, "folder").id(), "inside");
    assertThat(storage.stat(inside.id())).isEqualTo(inside);
  }

  void fileInPlaceOfAFolder() {
    file(top(), "file");
    EntryId id = named(EntryId.ROOT, "file").id();
    assertThat(refusal(() -> storage.list(new ListRequest(id, 10, null))))
        .hasMessageContaining("a file, not a folder");
  }

  void notebook() {
    microsofts.items().addPackage(top(), "notebook");
    Entry notebook = named(EntryId.ROOT, "notebook");
    assertThat(refusal(() -> storage.read(notebook.id(), null)))
        .hasMessageContaining("can't be read as a file");
  }

  void malware() {
    microsofts.items().malware(file(top(), "bad"), "Win32/Test");
    EntryId id = named(EntryId.ROOT, "bad").id();
    assertThat(refusal(() -> storage.read(id, null))).hasMessageContaining("malware");
  }

  void reads() {
    file(top(), "file");
    assertThat(Browsing.text(storage, named(EntryId.ROOT, "file").id(), null)).isEqualTo(CONTENT);
  }

  void part() {
    file(top(), "file");
    EntryId id = named(EntryId.ROOT, "file").id();
    assertThat(Browsing.text(storage, id, new ByteRange.From(7))).isEqualTo("789");
    assertThat(Browsing.text(storage, id, new ByteRange.Last(2))).isEqualTo("89");
  }

  void whole() {
    microsofts.graph().faults().wholeFiles(true);
    part();
  }

  void shared() {
    String folder = theirs();
    microsofts.items().addShortcut(top(), "mine", folder);
    Entry mine = named(EntryId.ROOT, "mine");
    assertThat(mine.isFolder()).isTrue();
    EntryId inside = named(mine.id(), "inside").id();
    assertThat(Browsing.text(storage, inside, null)).isEqualTo(CONTENT);
  }

  void finds() {
    file(top(), "it's here");
    assertThat(Browsing.found(storage, "it's", 10)).hasSize(1);
  }

  void findsInPages() {
    List.of("word a", "word b", "word c").forEach(name -> file(top(), name));
    Search search = storage.search().orElseThrow();
    Cursor next = search.find("word", 2, null).next();
    assertThat(search.find("word", 2, next).entries()).hasSize(1);
  }

  void findsShared() {
    theirs();
    EntryId found = Browsing.found(storage, "theirs", 10).get(0).id();
    assertThat(Browsing.names(storage, found, 10)).containsExactly("inside");
  }

  void quota() {
    file(top(), "file");
    assertThat(storage.quotas().orElseThrow().quota().used()).isEqualTo(CONTENT.length());
  }

  void changed() {
    String gone = file(top(), "gone");
    EntryId id = named(EntryId.ROOT, "gone").id();
    Changes changes = storage.changes().orElseThrow();
    Cursor now = changes.now();
    microsofts.items().remove(gone);
    file(top(), "new");
    List<Changes.Change> all = changes.since(now).changes();
    assertThat(all).hasSize(2).contains(new Changes.Change(id, null));
  }

  void changedSinceForgotten() {
    Changes changes = storage.changes().orElseThrow();
    Cursor now = changes.now();
    microsofts.graph().faults().resync("resyncChangesApplyDifferences");
    assertThat(refusal(() -> changes.since(now)).kind().name()).isEqualTo("INVALID_CURSOR");
  }

  private static CloudException refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(CloudException.class, call);
  }

  private String theirs() {
    MicrosoftAccount friend = microsofts.somebody();
    String folder = microsofts.items().addFolder(microsofts.items().root(friend), "theirs");
    microsofts.items().share(folder, account, false);
    file(folder, "inside");
    return folder;
  }

  private String top() {
    return microsofts.items().root(account);
  }

  private String file(String folder, String name) {
    return microsofts.items().addFile(folder, name, CONTENT.getBytes(StandardCharsets.UTF_8));
  }

  private Entry named(EntryId folder, String name) {
    return Browsing.named(storage, folder, name);
  }
}
