package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.google.Scopes;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.memory.FixedCredentials;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under drive.file the root is a folder of the application's own. */
class AppFolderTest extends DriveTests {
  private @Nullable OAuthTokens tokens;

  @BeforeEach
  void grantLess() {
    tokens = googles().tokens(account(), Scopes.DRIVE_FILE);
    googles().google().requests().clear();
  }

  @Override
  DriveProvider provider(Googles at) {
    return at.provider(at.settings().withScope(DriveScope.APP_FOLDER));
  }

  /** Opened anew, as another node would. */
  private Storage anew() {
    return opened(Objects.requireNonNull(tokens));
  }

  @Test
  void root_isMadeOnce_andFoundAgain() {
    EntryId made = anew().createFolder(EntryId.ROOT, "in it").id();
    assertThat(anew().stat(EntryId.ROOT).name()).isEqualTo("Davit");
    assertThat(Browsing.all(anew(), EntryId.ROOT, 10)).extracting(Entry::id).containsExactly(made);
    assertThat(folders()).hasSize(1);
  }

  @Test
  void root_behindAnEmptyPage_isFound_andNotMadeAgain() {
    EntryId made = anew().createFolder(EntryId.ROOT, "in it").id();
    googles().drive().faults().emptyPages(1);

    assertThat(Browsing.all(anew(), EntryId.ROOT, 10)).extracting(Entry::id).containsExactly(made);
    assertThat(folders()).hasSize(1);
  }

  @Test
  void root_isKnownByItsMark_whateverItIsCalled() {
    anew().createFolder(EntryId.ROOT, "in it");
    items().rename(folders().get(0), "Renamed");
    assertThat(Browsing.names(anew(), EntryId.ROOT, 10)).containsExactly("in it");
    assertThat(anew().stat(EntryId.ROOT).name()).isEqualTo("Renamed");
  }

  @Test
  void root_thatWentIntoTheBin_isMadeAnew() {
    anew().createFolder(EntryId.ROOT, "in it");
    items().trash(folders().get(0), true);
    assertThat(Browsing.names(anew(), EntryId.ROOT, 10)).isEmpty();
  }

  @Test
  void root_thatTwoMakeInTheSameMoment_isOneForBoth() throws Exception {
    CyclicBarrier start = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<EntryId>> made =
          IntStream.range(0, 4)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.await();
                            return anew().createFolder(EntryId.ROOT, "folder " + n).id();
                          }))
              .toList();
      for (Future<EntryId> one : made) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Set<String> names = Set.copyOf(Browsing.names(anew(), EntryId.ROOT, 10));
    assertThat(names)
        .isEqualTo(IntStream.range(0, 4).mapToObj(n -> "folder " + n).collect(Collectors.toSet()));
  }

  @Test
  void whatTheUserHasElsewhere_isNotSeen() {
    file("private", "1");
    items().addSharedDrive("Team", Map.of(account().email(), "organizer"));
    assertThat(Browsing.all(anew(), EntryId.ROOT, 10)).isEmpty();
    assertThat(anew().search().orElseThrow().find("private", 10, null).entries()).isEmpty();
    assertThat(asked("GET", "/drives")).isZero();
  }

  /** Google's ids of what is at the account's own top. */
  private List<String> folders() {
    Storage whole = googles().provider().open(new FixedCredentials(googles().tokens(account())));
    return Browsing.all(whole, EntryId.ROOT, 10).stream()
        .filter(Entry::isFolder)
        .map(Entry::webUrl)
        .map(link -> String.valueOf(link).replaceFirst(".*/", ""))
        .toList();
  }
}
