package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.PASSWORD;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can't be reached is waited for, until the deadline; then it is said. */
public class PurgeWaitTest extends PurgeFlowTest {
  private final Owners owners = house.davit.owners();

  private Purge hours(Purge purge, int hours) {
    for (int i = 0; i < hours; i++) {
      house.later(Duration.ofHours(1));
    }
    return owners.purgeState(purge.id());
  }

  @Test
  void D2_providerDownForADay_isDoneAfterItReturns() {
    store(ANN, "own.txt");
    house.connectOAuth(ANN, "ann");
    house.connectAnnByDefault();
    store(ANN, "cloud.txt");
    house.memory.server().faults().down();

    Purge purge = hours(purge(house), 24);

    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);
    assertThat(purge.failure()).isEqualTo("memory: UNAVAILABLE");
    assertThat(purge.documentsDeleted()).isEqualTo(1);
    assertThat(house.ownFiles()).isEmpty();
    assertThat(house.oauth.oauth().alive("ann")).isZero();
    assertThat(finals(house)).isEmpty();

    house.memory.server().faults().mend();
    Purge over = hours(purge, 2);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.failure()).isNull();
    assertThat(over.documentsDeleted()).isEqualTo(2);
    assertThat(house.names("ann")).isEmpty();
    assertNothingHere(house, house.ann());
    assertThat(finals(house)).hasSize(1);
  }

  @Test
  void D2_providerDownPastTheDeadline_isIncompleteAndSaysSo() {
    house.connectAnnByDefault();
    store(ANN, "one.txt");
    store(ANN, "two.txt");
    house.memory.server().faults().down();

    Purge over = hours(purge(house), 24 * 7 + 2);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.documentsDeleted()).isZero();
    assertThat(over.documentsUnreachable()).isEqualTo(2);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(over.failure()).isNotNull();
    assertNothingHere(house, house.ann());
    assertThat(finals(house)).hasSize(1);
    assertThat(finals(house).get(0).outcome()).isEqualTo("purge_incomplete");
    assertThat(detail(finals(house).get(0))).contains("\"documents_unreachable\":2");
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorKind.class,
      names = {"ADDRESS_REFUSED", "PROTOCOL", "MISCONFIGURED"})
  void D2_grantThatCantBeEnded_forWhateverReason_isTriedUntilTheDeadline_thenNamed(ErrorKind kind) {
    house.connectAnn();
    house.memory.server().faults().fail("revoke", kind);

    Purge purge = hours(purge(house), 24);

    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);
    assertThat(purge.failure()).isEqualTo("memory: " + kind);
    assertThat(finals(house)).isEmpty();

    Purge over = hours(purge, 24 * 6 + 2);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertThat(over.failure()).isEqualTo("given up: memory");
    assertThat(detail(finals(house).get(0))).contains("\"grants_left\":1");
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_grantThatCanBeEndedLater_isEndedThen() {
    house.connectAnn();
    house.memory.server().faults().fail("revoke", ErrorKind.ADDRESS_REFUSED);
    Purge purge = hours(purge(house), 24);
    house.memory.server().faults().mend();

    Purge over = hours(purge, 2);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isZero();
  }

  @Test
  void D2_adapterThatFailsInItsOwnWay_keepsNoKeysForEver() {
    store(ANN, "own.txt");
    house.connectAnnByDefault();
    store(ANN, "cloud.txt");
    house.connectOAuth(ANN, "ann");
    Runnable bug =
        () -> {
          throw new IllegalStateException("a bug of the adapter");
        };
    house.hooked.before("erase", bug);
    house.own.before("erase", bug);
    house.hookedOAuth.client().beforeRevoke = bug;

    Purge purge = hours(purge(house), 24);

    assertThat(purge.state()).isEqualTo(Purge.State.RUNNING);
    assertThat(purge.failure()).isEqualTo("memory: PROTOCOL");

    Purge over = hours(purge, 24 * 6 + 2);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.documentsUnreachable()).isEqualTo(2);
    assertThat(over.grantsLeft()).isEqualTo(1);
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_grantRevokedBefore_isNotWaitedFor() {
    house.connectOAuth(ANN, "ann");
    house.oauth.oauth().withdraw("ann");

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.grantsLeft()).isZero();
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_grantRevokedBefore_documentsThereAreCountedAsUnreachable() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.davit.defaultStorages().set(ANN, OAUTH, connection.id(), null);
    store(ANN, "one.txt");
    store(ANN, "two.txt");
    house.oauth.oauth().withdraw("ann");

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.INCOMPLETE);
    assertThat(over.documentsUnreachable()).isEqualTo(2);
    assertNothingHere(house, house.ann());
  }

  @Test
  void D2_tokensExpired_areRefreshedForThePurge() {
    Connection connection = house.connectOAuth(ANN, "ann");
    house.davit.defaultStorages().set(ANN, OAUTH, connection.id(), null);
    store(ANN, "one.txt");
    house.clock.advance(Duration.ofDays(1));

    Purge over = purged(house, Duration.ZERO);

    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(over.documentsDeleted()).isEqualTo(1);
    assertThat(house.oauth.oauth().refreshes()).isEqualTo(1);
    assertThat(house.oauth.oauth().alive("ann")).isZero();
  }

  @Test
  void D1_accountDeleted_itsOwnerNeverComesBack() {
    Accounts accounts = house.davit.accounts();
    Secret password = new Secret(PASSWORD);
    Account account = accounts.register("ann@example.org", password);
    Caller caller = Caller.of(account.id().value());
    house.connect(caller, "ann");
    Accounts.Session session = accounts.login("ann@example.org", password, "192.0.2.1").session();

    assertThat(
            failure(() -> accounts.deleteOwn(session, new Secret("wrong one"), "")).hints().field())
        .isEqualTo("password");
    Purge purge = accounts.deleteOwn(session, password, "request-9");
    house.later(Duration.ZERO);

    Purge over = owners.purgeState(purge.id());
    assertThat(over.state()).isEqualTo(Purge.State.DONE);
    assertThat(failure(() -> accounts.sessionById(session.id())).kind())
        .isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(failure(() -> accounts.login("ann@example.org", password, "192.0.2.1")).kind())
        .isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(failure(() -> accounts.get(account.id())).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> house.connect(caller, "ann")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> store(caller, "own.txt")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(owners.purge(caller.owner(), caller)).isEqualTo(over);
    assertThat(accounts.register("ann@example.org", password).id()).isNotEqualTo(account.id());
  }

  @Test
  void accountOfAnAdmin_lastOneStays_anotherIsGoneAtOnce() {
    Accounts accounts = house.davit.accounts();
    Secret password = new Secret(PASSWORD);
    Account one = accounts.add("one@example.org", password, Account.Role.ADMIN);
    Caller by = Caller.of(one.id().value());
    assertThat(failure(() -> accounts.delete(one.id(), by)).kind()).isEqualTo(ErrorKind.CONFLICT);

    Account other = accounts.add("other@example.org", password, Account.Role.ADMIN);
    Purge purge = accounts.delete(other.id(), by);

    assertThat(purge.state()).isEqualTo(Purge.State.DONE);
    assertThat(failure(() -> accounts.delete(other.id(), by)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    Caller late = new Caller(new OwnerId(other.id().value()), "other", "");
    assertThat(failure(() -> store(late, "own.txt")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void D1_purgedThenItsAccountDeleted_neverComesBackEither_andSaysWhoAsked() {
    Account account = account();
    Caller caller = Caller.of(account.id().value());

    Purge purge = owners.purge(caller.owner(), caller);
    assertThat(house.davit.accounts().delete(account.id(), BOB).id()).isEqualTo(purge.id());
    house.later(Duration.ZERO);

    assertThat(failure(() -> house.connect(caller, "ann")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(requests()).containsExactly("", "bob");
  }

  @Test
  void D1_accountDeletedAfterItsOwnersPurge_saysWhoAsked() {
    Account account = account();
    Caller caller = Caller.of(account.id().value());
    owners.purge(caller.owner(), caller);
    house.later(Duration.ZERO);

    house.davit.accounts().delete(account.id(), BOB);

    assertThat(failure(() -> house.connect(caller, "ann")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(requests()).containsExactly("", "bob");
  }

  @Test
  void D1_accountDeletedByItselfAfterItsPurge_leavesNothingOfIt() {
    Account account = account();
    Caller caller = Caller.of(account.id().value());
    owners.purge(caller.owner(), caller);
    house.later(Duration.ZERO);

    house.davit.accounts().delete(account.id(), caller);

    assertThat(requests()).containsExactly("", "");
  }

  private Account account() {
    Account account = house.davit.accounts().register("ann@example.org", new Secret(PASSWORD));
    house.connect(Caller.of(account.id().value()), "ann");
    return account;
  }

  /** Who asked for purges; empty if that is erased. */
  private List<String> requests() {
    return house.audit().stream()
        .filter(entry -> entry.action().equals("owner.purge_requested"))
        .map(entry -> entry.personal() == null ? "" : entry.personal().actor())
        .toList();
  }
}
