package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.MEMORY;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryHold;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One node takes a connection down that another one is using. */
public class DisconnectOnNodesTest extends RefreshFlow {
  private static final FolderQuery TWO = new FolderQuery(EntryId.ROOT, 2, null, false);

  private final Davit other = house.build(house.vault);
  private final Files files = other.files();

  private boolean leave(ConnectionId id) {
    return house.davit.connections().disconnect(ANN, id);
  }

  private static void assertNotFound(ThrowingCallable late) {
    assertThat(failure(late).kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  private void assertGone(ConnectionId id) {
    assertThat(other.connections().list(ANN)).extracting(Connection::id).doesNotContain(id);
    assertThat(house.stores.<Boolean>reading(tx -> tx.credentials().find(id).isPresent()))
        .isFalse();
  }

  @Test
  void D3_whatAnotherNodeKeeps_answersNothing_andNobodyIsAsked() {
    ConnectionId id = house.connectAnn().id();
    EntryId file = house.put("ann", "a", "x").id();
    List.of("b", "c").forEach(name -> house.put("ann", name, "x"));
    String token = Objects.requireNonNull(files.list(ANN, id, TWO).nextPageToken());
    String since = files.changes(ANN, id, null).nextPageToken();

    assertThat(leave(id)).isTrue();

    int calls = house.calls();
    assertNotFound(() -> files.list(ANN, id, TWO));
    assertNotFound(() -> files.list(ANN, id, new FolderQuery(EntryId.ROOT, 2, token, false)));
    assertNotFound(() -> files.list(ANN, id, new FolderQuery(EntryId.ROOT, 2, null, true)));
    assertNotFound(() -> files.search(ANN, id, SearchQuery.of("a")));
    assertNotFound(() -> files.changes(ANN, id, since));
    assertNotFound(() -> files.stat(ANN, id, file));
    assertNotFound(() -> files.read(ANN, id, file, null));
    assertNotFound(() -> other.connections().rename(ANN, id, "again"));
    assertNotFound(() -> other.connections().check(ANN, id));
    assertThat(failure(() -> other.defaultStorages().set(ANN, MEMORY, id, null))).isNotNull();
    assertThat(house.calls()).isEqualTo(calls);
    assertGone(id);
  }

  @Test
  void D3_listsThatAreUnderWay_areNotAnswered() {
    assertRefusedMeanwhile("list", id -> files.list(ANN, id, TWO));
    assertRefusedMeanwhile("search", id -> files.search(ANN, id, SearchQuery.of("a")));
    assertRefusedMeanwhile("changes", id -> files.changes(ANN, id, null));
  }

  private void assertRefusedMeanwhile(String method, Consumer<ConnectionId> list) {
    ConnectionId id = house.connectAnn().id();
    house.hooked.after(method, () -> leave(id));

    assertNotFound(() -> list.accept(id));

    house.hooked.after(method, () -> {});
    assertGone(id);
  }

  @Test
  void D3_refreshThatLandsLate_bringsNothingBack_andItsGrantIsDead() {
    expire();
    MemoryHold hold = far.faults().holdAnswer("refresh");
    Future<?> late = start(() -> stat(other));
    hold.awaitArrival();

    leave(ann.id());
    hold.release();

    assertThat(kind(late)).isNotNull();
    house.later(Duration.ofMinutes(5));
    assertGone(ann.id());
    assertThat(far.alive("ann")).isZero();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void D3_callbackOfTheSameAccount_underWay_isRefusedAndNotKept() {
    Secret binding = other.oauth().newBinding();
    StartedOAuth started = other.oauth().start(ANN, OAUTH, binding);
    OAuthAnswer granted = answer(far.consent(started.page(), "ann"));
    house.hookedOAuth.client().afterExchange =
        () -> {
          house.clock.advance(Duration.ofSeconds(1));
          leave(ann.id());
        };

    assertThat(failure(() -> other.oauth().finish(granted, binding, "request-2")).kind())
        .isEqualTo(ErrorKind.CONFLICT);

    assertGone(ann.id());
    assertThat(other.connections().list(ANN)).isEmpty();
    assertThat(far.alive("ann")).isZero();
  }

  @Test
  void D3_loginPageGrantedAfterwards_isAnotherConnection() {
    ConnectionId id = house.connectAnn().id();
    StartedLogin login = other.connections().startLogin(ANN, MEMORY, LoginTest.SERVER, null);
    leave(id);
    house.memory.server().pages().grant(login.page(), "ann");

    Connection made = other.connections().pollLogin(ANN, MEMORY, login.flow()).orElseThrow();

    assertThat(made.id()).isNotEqualTo(id);
    assertGone(id);
  }
}
