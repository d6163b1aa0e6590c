package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.Scopes;
import dev.davit.emulator.google.drive.DriveFaults;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas.Quota;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.memory.FixedCredentials;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Drive says of an account, and how it says no: a test for each trap. */
class AccountTrapsTest extends DriveTests {
  @Test
  void quota_withoutALimit_isUnlimited() {
    file("file", "12345");
    Quota quota = storage().quotas().orElseThrow().quota();
    assertThat(quota).isEqualTo(new Quota(5L, null, true));
  }

  @Test
  void quota_withALimit_saysWhatIsLeft_neverLessThanNothing() {
    file("file", "12345");
    items().limit(account().email(), OptionalLong.of(8));
    assertThat(storage().quotas().orElseThrow().quota()).isEqualTo(new Quota(5L, 3L, false));
    items().limit(account().email(), OptionalLong.of(2));
    assertThat(storage().quotas().orElseThrow().quota()).isEqualTo(new Quota(5L, 0L, false));
  }

  @Test
  void quota_thatIsNotTold_isUnknown() {
    googles().google().faults().inject(Fault.answer(200, "application/json", "{}").at("/about"));
    assertThat(storage().quotas().orElseThrow().quota()).isEqualTo(new Quota(null, null, false));
  }

  @Test
  void changes_goOnFromTheNewStart_andCountTheBinAsGone() {
    String kept = file("kept", "1");
    String binned = file("binned", "1");
    EntryId keptId = id("kept");
    EntryId binnedId = id("binned");
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    items().rename(kept, "renamed");
    items().trash(binned, true);
    Changes.Page page = changes.since(now);
    assertThat(page.more()).isFalse();
    assertThat(page.changes())
        .extracting(Changes.Change::id)
        .containsExactlyInAnyOrder(keptId, binnedId);
    assertThat(change(page, binnedId).entry()).isNull();
    assertThat(change(page, keptId).entry()).isEqualTo(storage().stat(keptId));
    assertThat(changes.since(page.next()).changes()).isEmpty();
    items().remove(kept);
    assertThat(change(changes.since(page.next()), keptId).entry()).isNull();
  }

  @Test
  void changes_inSharedDrives_areTold() {
    String drive = items().addSharedDrive("Team", Map.of(account().email(), "organizer"));
    Changes changes = storage().changes().orElseThrow();
    Cursor now = changes.now();
    String file = file(drive, "new", "1");
    Changes.Page page = changes.since(now);
    assertThat(page.changes()).hasSize(1);
    assertThat(page.changes().get(0).entry())
        .isNotNull()
        .satisfies(entry -> assertThat(items().name(file)).isEqualTo(entry.name()));
  }

  private static Changes.Change change(Changes.Page page, EntryId id) {
    return page.changes().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "rateLimitExceeded,RATE_LIMITED",
    "userRateLimitExceeded,RATE_LIMITED",
    "sharingRateLimitExceeded,RATE_LIMITED",
    "dailyLimitExceeded,RATE_LIMITED",
    "storageQuotaExceeded,QUOTA_EXCEEDED",
    "teamDriveFileLimitExceeded,QUOTA_EXCEEDED",
    "insufficientFilePermissions,PROVIDER_DENIED",
    "appNotAuthorizedToFile,PROVIDER_DENIED",
    "domainPolicy,PROVIDER_DENIED",
    "accessNotConfigured,MISCONFIGURED",
    "insufficientPermissions,PROVIDER_DENIED",
    "downloadQuotaExceeded,PROVIDER_DENIED",
    "cannotDownloadAbusiveFile,PROVIDER_DENIED",
    "exportSizeLimitExceeded,TOO_LARGE",
    "somethingNew,PROVIDER_DENIED"
  })
  void reasonOfA403_decides(String reason, ErrorKind kind) {
    file("file", "1");
    EntryId id = id("file");
    for (String where : List.of("/drive/v3/files", "alt=media")) {
      googles().google().faults().inject(DriveFaults.forbidden(reason).at(where));
      assertFails(kind, () -> storage().read(id, null));
    }
  }

  @Test
  void dailyLimit_isNotTriedAgainSoon() {
    googles().google().faults().inject(DriveFaults.dailyLimitExceeded());
    assertThat(assertFails(ErrorKind.RATE_LIMITED, () -> storage().stat(EntryId.ROOT)).retryAfter())
        .hasValueSatisfying(wait -> assertThat(wait).hasHours(1));
  }

  @Test
  void errorInsideA200_isNoAnswer() {
    googles().google().faults().inject(DriveFaults.errorInside().forever());
    assertFails(ErrorKind.PROTOCOL, () -> storage().stat(EntryId.ROOT));
    assertFails(ErrorKind.PROTOCOL, () -> page(EntryId.ROOT, 10));
    assertFails(ErrorKind.PROTOCOL, () -> storage().quotas().orElseThrow().quota());
    assertFails(ErrorKind.PROTOCOL, () -> storage().changes().orElseThrow().now());
  }

  @Test
  void redirect_isNotFollowed_noBearerGoesElsewhere() {
    file("file", "1");
    EntryId id = id("file");
    googles()
        .google()
        .faults()
        .inject(Fault.answer(302, "text/plain", "").with("Location", "/elsewhere").at("alt=media"));
    assertFails(ErrorKind.PROTOCOL, () -> storage().read(id, null));
    assertThat(asked("GET", "/elsewhere")).isZero();
  }

  @Test
  void scopeThatWasNotGranted_isSaid() {
    Storage blind = opened(googles().tokens(account(), Scopes.EMAIL));
    assertThat(assertFails(ErrorKind.PROVIDER_DENIED, () -> blind.stat(EntryId.ROOT)))
        .hasMessageContaining("permission");
  }

  @Test
  void readOnly_listsAndReads() {
    file("file", "content");
    OAuthTokens tokens = googles().tokens(account(), Scopes.DRIVE_READONLY);
    DriveSettings settings = googles().settings().withScope(DriveScope.READ_ONLY);
    try (DriveProvider provider = googles().provider(settings)) {
      Storage looking = provider.open(new FixedCredentials(tokens));
      assertThat(Browsing.text(looking, Browsing.named(looking, EntryId.ROOT, "file").id(), null))
          .isEqualTo("content");
      assertThat(
              assertFails(
                  ErrorKind.PROVIDER_DENIED, () -> looking.createFolder(EntryId.ROOT, "new")))
          .hasMessageContaining("for reading only");
    }
  }
}
