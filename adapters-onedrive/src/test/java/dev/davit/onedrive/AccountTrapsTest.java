package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.graph.GraphFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas.Quota;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Graph says of an account and its changes, and how it says no: a test for each trap. */
class AccountTrapsTest extends OneDriveTests {
  @Test
  void quota_saysWhatIsLeft_neverLessThanNothing() {
    file("file", "12345");
    items().quota(account(), 8);
    assertThat(quota()).isEqualTo(new Quota(5L, 3L, false));
    items().quota(account(), 2);
    assertThat(quota()).isEqualTo(new Quota(5L, 0L, false));
  }

  @Test
  void quota_ofAllZeros_isUnknown() {
    file("file", "12345");
    items().unknownQuota(account(), true);
    assertThat(quota()).isEqualTo(new Quota(null, null, false));
  }

  @Test
  void quota_thatIsNotTold_isUnknown() {
    inject(Fault.answer(200, "application/json", "{}").at("/me/drive?"));
    assertThat(quota()).isEqualTo(new Quota(null, null, false));
  }

  private Quota quota() {
    return storage().quotas().orElseThrow().quota();
  }

  @Test
  void changes_goOnFromTheDeltaLink_andCountTheBinAsGone() {
    String kept = file("kept", "1");
    String binned = file("binned", "1");
    EntryId keptId = id("kept");
    EntryId binnedId = id("binned");
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    items().rename(kept, "renamed");
    items().trash(binned);
    Changes.Page page = changes.since(now);
    assertThat(page.more()).isFalse();
    assertThat(last(page)).containsOnlyKeys(keptId, binnedId);
    assertThat(last(page).get(binnedId)).isEmpty();
    assertThat(last(page).get(keptId)).contains(storage().stat(keptId));
    assertThat(changes.since(page.next()).changes()).isEmpty();
    items().remove(kept);
    assertThat(last(changes.since(page.next())).get(keptId)).isEmpty();
  }

  @Test
  void changes_ofWorkAccounts_too() {
    MicrosoftAccount employee = microsofts().employee();
    Storage work = opened(microsofts().tokens(employee));
    String file = file(items().root(employee), "file", "1");
    EntryId id = Browsing.named(work, EntryId.ROOT, "file").id();
    Changes changes = work.changes().orElseThrow();
    Cursor now = changes.now();
    items().trash(file);
    assertThat(last(changes.since(now))).containsOnlyKeys(id);
  }

  @Test
  void changes_leaveOutTheRoot_andAnEmptyPageIsNotTheEnd() {
    Cursor now = storage().changes().orElseThrow().now();
    file("new", "1");
    microsofts().graph().faults().emptyPages(1);
    Changes.Page page = storage().changes().orElseThrow().since(now);
    assertThat(page.changes()).isEmpty();
    assertThat(page.more()).isTrue();
    page = storage().changes().orElseThrow().since(page.next());
    assertThat(page.changes()).hasSize(1);
    assertThat(page.more()).isFalse();
  }

  @Test
  void changes_ofAShortcut_haveItsId() {
    MicrosoftAccount friend = microsofts().somebody();
    String folder = items().addFolder(items().root(friend), "theirs");
    items().share(folder, account(), false);
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    items().addShortcut(top(), "mine", folder);
    assertThat(last(changes.since(now))).containsOnlyKeys(id("mine"));
    file(folder, "of others", "x");
    assertThat(last(changes.since(now))).containsOnlyKeys(id("mine"));
  }

  @Test
  void forgottenPoint_isAnsweredWith410_andIsAnInvalidCursor() {
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    for (String code : List.of("resyncChangesApplyDifferences", "resyncChangesUploadDifferences")) {
      microsofts().graph().faults().resync(code);
      assertFails(ErrorKind.INVALID_CURSOR, () -> changes.since(now));
    }
    assertThat(changes.since(now).changes()).isEmpty();
  }

  @Test
  void S7_pointOfSomethingElse_isAnInvalidCursor() {
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    Cursor elsewhere = new Cursor(now.value().replaceFirst("me/drive/root/delta", "me/messages"));
    assertFails(ErrorKind.INVALID_CURSOR, () -> changes.since(elsewhere));
    Cursor altered = new Cursor(now.value().replaceFirst("token=", "token=x"));
    assertFails(ErrorKind.INVALID_CURSOR, () -> changes.since(altered));
  }

  private static Map<EntryId, java.util.Optional<Entry>> last(Changes.Page page) {
    return page.changes().stream()
        .collect(
            Collectors.toMap(
                Changes.Change::id,
                change -> java.util.Optional.ofNullable(change.entry()),
                (before, after) -> after));
  }

  @Test
  void throttling_byAnyOfItsStatuses_saysWhenToComeAgain() {
    Duration wait = Duration.ofSeconds(9);
    Map<Fault, ErrorKind> faults =
        Map.of(
            GraphFaults.throttled(wait), ErrorKind.RATE_LIMITED,
            GraphFaults.unavailable(wait), ErrorKind.UNAVAILABLE,
            GraphFaults.bandwidthExceeded(wait), ErrorKind.RATE_LIMITED);
    faults.forEach(
        (fault, kind) -> {
          inject(fault);
          assertThat(assertFails(kind, () -> storage().stat(EntryId.ROOT)).retryAfter())
              .contains(wait);
        });
  }

  @Test
  void errorInsideA200_isNoAnswer() {
    inject(GraphFaults.errorInside().forever());
    assertFails(ErrorKind.PROTOCOL, () -> storage().stat(EntryId.ROOT));
    assertFails(ErrorKind.PROTOCOL, () -> page(EntryId.ROOT, 10));
    assertFails(ErrorKind.PROTOCOL, () -> storage().quotas().orElseThrow().quota());
    assertFails(ErrorKind.PROTOCOL, () -> storage().changes().orElseThrow().now());
  }

  @Test
  void appFolder_isTheRoot_andAllThatIsSeen() {
    file("outside", "1");
    OneDriveSettings settings = microsofts().settings().withScope(OneDriveScope.APP_FOLDER);
    try (OneDriveProvider provider = Microsofts.provider(settings)) {
      Storage app =
          provider.open(
              new dev.davit.testkit.memory.FixedCredentials(
                  microsofts().tokens(account(), OneDriveScope.APP_FOLDER)));
      assertThat(app.stat(EntryId.ROOT).isFolder()).isTrue();
      assertThat(Browsing.names(app, EntryId.ROOT, 10)).isEmpty();
      String folder = items().appFolder(account(), settings.clientId()).orElseThrow();
      Cursor now = app.changes().orElseThrow().now();
      file(folder, "inside", "text");
      Entry inside = Browsing.named(app, EntryId.ROOT, "inside");
      assertThat(Browsing.text(app, inside.id(), null)).isEqualTo("text");
      assertThat(last(app.changes().orElseThrow().since(now))).containsOnlyKeys(inside.id());
      assertThat(Browsing.found(app, "inside", 10)).containsExactly(inside);
      assertThat(Browsing.found(app, "outside", 10)).isEmpty();
    }
  }

  private void inject(Fault fault) {
    microsofts().microsoft().faults().inject(fault);
  }
}
