package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.PASSWORD;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** From the mark on nobody is served, and what began before comes to nothing. */
public class PurgeRefusalTest extends PurgeFlowTest {
  private final Connections connections = house.davit.connections();
  private final Documents documents = house.davit.documents();
  private final OAuth oauth = house.davit.oauth();

  private List<ThrowingCallable> everything(Connection connection, Document document) {
    StartedLogin login = connections.startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    Files files = house.davit.files();
    DefaultStorages defaults = house.davit.defaultStorages();
    return List.of(
        () -> connections.list(ANN),
        () -> connections.get(ANN, connection.id()),
        () -> connections.rename(ANN, connection.id(), "other"),
        () -> connections.check(ANN, connection.id()),
        () -> connections.disconnect(ANN, connection.id()),
        () -> connections.connect(ANN, MEMORY, fields("ann2", PASSWORD), null),
        () -> connections.startLogin(ANN, MEMORY, LoginTest.SERVER, null),
        () -> connections.pollLogin(ANN, MEMORY, login.flow()),
        () -> oauth.start(ANN, OAUTH, oauth.newBinding()),
        () -> oauth.start(ANN, OAUTH, oauth.newBinding(), connection.id()),
        () -> files.list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT)),
        () -> defaults.get(ANN),
        () -> defaults.set(ANN, MEMORY, connection.id(), null),
        () -> defaults.set(ANN, TestHouse.OWN, null, null),
        () -> store(ANN, "another.txt"),
        () -> documents.list(ANN, 10, null),
        () -> documents.get(ANN, document.id()),
        () -> documents.read(ANN, document.id(), null),
        () -> documents.delete(ANN, document.id()),
        () -> documents.unfinished(ANN, 10),
        () -> documents.resume(ANN, document.id(), TestContents.of("text")));
  }

  @Test
  void D1_fromTheMarkOn_everyCallOfAnyoneIsRefused() {
    Connection connection = house.connectAnnByDefault();
    List<ThrowingCallable> calls = everything(connection, store(ANN, "cloud.txt"));
    purge(house);
    int before = house.calls();

    for (ThrowingCallable call : calls) {
      assertThat(failure(call).kind())
          .as("call %d", calls.indexOf(call))
          .isEqualTo(ErrorKind.NOT_FOUND);
    }

    assertThat(house.calls()).isEqualTo(before);
    assertThat(house.names("ann")).containsExactly("cloud.txt");
  }

  @Test
  void D1_callbackAfterTheMark_isRefusedAndSendsNoCode() {
    Secret binding = oauth.newBinding();
    StartedOAuth started = oauth.start(ANN, OAUTH, binding);
    OAuthAnswer answer = answer(house.oauth.oauth().consent(started.page(), "ann"));
    purge(house);

    assertThat(failure(() -> oauth.finish(answer, binding, "")).kind())
        .isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(house.oauth.oauth().exchanges()).isZero();
  }

  @Test
  void D1_callbackThatLosesTheRace_revokesWhatItWasGranted() {
    Secret binding = oauth.newBinding();
    StartedOAuth started = oauth.start(ANN, OAUTH, binding);
    OAuthAnswer answer = answer(house.oauth.oauth().consent(started.page(), "ann"));
    house.watcher.onCall("exchange", () -> purged(house, Duration.ZERO));

    assertThat(failure(() -> oauth.finish(answer, binding, "")).kind())
        .isEqualTo(ErrorKind.INVALID_FLOW);

    assertThat(house.oauth.oauth().exchanges()).isEqualTo(1);
    assertThat(house.oauth.oauth().alive("ann")).isZero();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_connectThatBeganBefore_makesNoNextGeneration() {
    house.connectAnn();
    house.watcher.onCall("verify", () -> purged(house, Duration.ZERO));

    assertThat(
            failure(() -> connections.connect(ANN, MEMORY, fields("ann2", PASSWORD), null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);

    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_connectOfNobodyYetThatBeganBefore_keepsNothing() {
    house.watcher.onCall("verify", () -> purge(house));

    assertThat(failure(house::connectAnn).kind()).isEqualTo(ErrorKind.NOT_FOUND);

    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_uploadInFlight_endsAndIsRemovedByItself() {
    house.connectAnnByDefault();
    house.hooked.after("write", () -> purge(house));

    assertThat(failure(() -> store(ANN, "cloud.txt")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    assertThat(house.names("ann")).isEmpty();
    house.later(Duration.ZERO);
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_uploadInFlightWhoseProviderGoesDown_isRemovedBeforeTheKeysAre() {
    house.connectAnnByDefault();
    house.hooked.after(
        "write",
        () -> {
          purge(house);
          house.memory.server().faults().down();
        });
    failure(() -> store(ANN, "cloud.txt"));
    house.later(Duration.ofMinutes(10));
    assertThat(house.names("ann")).containsExactly("cloud.txt");

    house.memory.server().faults().mend();
    house.later(Duration.ofHours(1));
    house.later(Duration.ofHours(1));

    assertThat(house.names("ann")).isEmpty();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_bytesThatFlow_keepNoPurgeAway() {
    house.connectAnnByDefault();
    Content slow =
        TestContents.pieces(
            20,
            () -> {
              purge(house);
              house.clock.advance(Duration.ofSeconds(30));
            });

    assertThat(
            failure(() -> documents.store(ANN, new NewDocument("slow.txt", "text/plain", slow)))
                .kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);

    house.later(Duration.ofMinutes(3));
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.memory.server().unfinished("ann")).isZero();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_refreshInFlight_landsForThePurgeOnly() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.davit.defaultStorages().set(ANN, OAUTH, connection.id(), null);
    store(ANN, "cloud.txt");
    house.oauth.oauth().rotate(true);
    house.oauth.oauth().punishReuse(true);
    house.clock.advance(Duration.ofDays(1));
    house.watcher.onCall("refresh", () -> purge(house));

    assertThat(
            failure(
                    () ->
                        house
                            .davit
                            .files()
                            .list(ANN, connection.id(), FolderQuery.of(EntryId.ROOT)))
                .kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    Purge purge = purge(house);
    house.later(Duration.ofMinutes(1));

    assertThat(house.davit.owners().purgeState(purge.id()).documentsDeleted()).isEqualTo(1);
    assertThat(house.oauth.oauth().refreshes()).isEqualTo(1);
    assertThat(house.oauth.oauth().punished()).isZero();
    assertThat(house.oauth.oauth().alive("ann")).isZero();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D1_loginOnAPageThatIsGrantedLater_isUndone() {
    house.connectAnn();
    StartedLogin login = connections.startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    purge(house);
    house.memory.server().pages().grant(login.page(), "ann2");
    for (int i = 0; i < 6; i++) {
      house.later(Duration.ofMinutes(10));
    }

    assertThat(house.flows.kept()).isEmpty();
    assertNothingHere(house, house.ann());
  }
}
