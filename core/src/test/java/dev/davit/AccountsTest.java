package dev.davit;

import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Accounts.Login;
import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.testkit.memory.MemoryPasswordHasher;
import dev.davit.testkit.memory.MemoryRateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Built-in accounts. */
public class AccountsTest extends FlowTest {
  private static final Secret PASSWORD = new Secret("correct horse");

  private final Accounts accounts = house.davit.accounts();

  private Account register() {
    return accounts.register("ann@example.org", PASSWORD);
  }

  private Login login() {
    return accounts.login("ann@example.org", PASSWORD, "192.0.2.1");
  }

  private static ErrorKind kind(Runnable call) {
    return failure(call::run).kind();
  }

  @Test
  void register_thenLogin_isThatAccount() {
    Account account = accounts.register("  Ann@Example.ORG ", PASSWORD);

    Login login = accounts.login("ANN@example.org", PASSWORD, "192.0.2.1");

    assertThat(account.email()).isEqualTo("ann@example.org");
    assertThat(account.role()).isEqualTo(Account.Role.USER);
    assertThat(login.session().account()).isEqualTo(account);
    assertThat(accounts.session(login.token())).isEqualTo(login.session());
    assertThat(accounts.sessionById(login.session().id())).isEqualTo(login.session());
    assertThat(accounts.get(account.id())).isEqualTo(account);
    assertThat(house.actions()).containsExactly("account.registered");
  }

  @Test
  void register_emailTaken_isAConflict() {
    register();
    assertThat(kind(() -> accounts.register("ANN@example.org", PASSWORD)))
        .isEqualTo(ErrorKind.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ann", "@", "a b@c", "a@b@c", "a\0@b", "a@b\r\nX: y"})
  void register_badEmail_namesTheField(String email) {
    CloudException failure = failure(() -> accounts.register(email, PASSWORD));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.hints().field()).isEqualTo("email");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 201})
  void register_passwordOfBadLength_namesTheField(int length) {
    Secret password = new Secret("x".repeat(length));
    CloudException failure = failure(() -> accounts.register("ann@example.org", password));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.hints().field()).isEqualTo("password");
    assertThat(failure).hasMessageContaining("8 to 200");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 200})
  void register_passwordOfAllowedLength_works(int length) {
    Secret password = new Secret("\uD83D\uDE00".repeat(length));
    accounts.register("ann@example.org", password);
    assertThat(accounts.login("ann@example.org", password, "192.0.2.1").token()).isNotNull();
  }

  @Test
  void login_wrongPasswordAndUnknownEmail_areToldAlike() {
    register();
    CloudException wrong =
        failure(() -> accounts.login("ann@example.org", new Secret("wrong wrong"), "a"));
    CloudException unknown = failure(() -> accounts.login("eve@example.org", PASSWORD, "a"));

    assertThat(wrong.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(unknown.kind()).isEqualTo(wrong.kind());
    assertThat(unknown).hasMessage(wrong.getMessage());
  }

  @Test
  void W6_login_unknownEmailOrImpossiblePassword_computesAsMuch() {
    CountingHasher hasher = new CountingHasher();
    Accounts counted = withHasher(hasher);
    counted.register("ann@example.org", PASSWORD);
    failure(() -> counted.login("ann@example.org", new Secret("wrong wrong"), "a"));

    for (String email : List.of("ann@example.org", "eve@example.org", "no email at all")) {
      for (String password : List.of("wrong wrong", "short", "x".repeat(100_000))) {
        int before = hasher.matched.get();
        failure(() -> counted.login(email, new Secret(password), "a"));
        assertThat(hasher.matched.get() - before).isEqualTo(1);
      }
    }
    assertThat(hasher.longest.get()).isLessThanOrEqualTo(200);
  }

  private Accounts withHasher(PasswordHasher hasher) {
    return Davit.builder()
        .stores(house.stores)
        .vault(house.vault)
        .passwordHasher(hasher)
        .rateLimiter(new MemoryRateLimiter(house.clock))
        .sweepEvery(Duration.ZERO)
        .build()
        .accounts();
  }

  @Test
  void W6_login_triesForOneEmail_areLimitedFromAnywhere() {
    register();
    for (int i = 0; i < 10; i++) {
      String address = "192.0.2." + i;
      failure(() -> accounts.login("ann@example.org", new Secret("wrong wrong"), address));
    }

    CloudException failure = failure(this::login);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).isPresent();
    house.clock.advance(Duration.ofMinutes(10));
    assertThat(login().token()).isNotNull();
  }

  @Test
  void W6_login_triesFromOneAddress_areLimitedForAllEmails() {
    register();
    for (int i = 0; i < 100; i++) {
      String email = "user" + i + "@example.org";
      failure(() -> accounts.login(email, PASSWORD, "192.0.2.1"));
    }

    assertThat(kind(this::login)).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(accounts.login("ann@example.org", PASSWORD, "192.0.2.2").token()).isNotNull();
  }

  @Test
  void session_afterItsTime_hasEnded() {
    register();
    Login login = login();

    house.clock.advance(Duration.ofHours(12).minusMillis(1));
    assertThat(accounts.session(login.token()).id()).isEqualTo(login.session().id());
    house.clock.advance(Duration.ofMillis(1));
    assertThat(kind(() -> accounts.session(login.token()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    house.clock.advance(Duration.ofMillis(1));
    login();
    assertThat(
            house.stores.<Boolean>reading(
                tx -> tx.sessions().find(login.session().id()).isPresent()))
        .isFalse();
  }

  @Test
  void session_ofNobody_isRefused() {
    assertThat(kind(() -> accounts.session(new Secret("made up"))))
        .isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(kind(() -> accounts.sessionById("made up"))).isEqualTo(ErrorKind.UNAUTHENTICATED);
  }

  @Test
  void session_idInPlaceOfTheToken_isRefused() {
    register();
    Secret id = new Secret(login().session().id());
    assertThat(kind(() -> accounts.session(id))).isEqualTo(ErrorKind.UNAUTHENTICATED);
  }

  @Test
  void logout_endsOne() {
    register();
    Login one = login();
    Login two = login();

    accounts.logout(one.session().id());
    accounts.logout(one.session().id());

    assertThat(kind(() -> accounts.session(one.token()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(accounts.session(two.token())).isEqualTo(two.session());
  }

  @Test
  void changePassword_endsAllAndBeginsAnother() {
    register();
    Login one = login();
    Login two = login();
    Secret fresh = new Secret("another horse");

    Login changed = accounts.changePassword(one.session(), PASSWORD, fresh);

    for (Login ended : List.of(one, two)) {
      assertThat(kind(() -> accounts.session(ended.token()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }
    assertThat(accounts.session(changed.token())).isEqualTo(changed.session());
    assertThat(kind(this::login)).isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(accounts.login("ann@example.org", fresh, "a").token()).isNotNull();
    assertThat(house.actions()).containsExactly("account.registered", "account.password_changed");
  }

  @Test
  void changePassword_wrongOldOrBadNew_changesNothing() {
    register();
    Login login = login();
    Secret fresh = new Secret("another horse");

    assertThat(
            failure(() -> accounts.changePassword(login.session(), fresh, fresh)).hints().field())
        .isEqualTo("old_password");
    Secret shorty = new Secret("short");
    assertThat(
            failure(() -> accounts.changePassword(login.session(), PASSWORD, shorty))
                .hints()
                .field())
        .isEqualTo("new_password");
    assertThat(accounts.session(login.token())).isEqualTo(login.session());
    assertThat(login().token()).isNotNull();
  }

  @Test
  void changePassword_byAnEndedSession_isRefused() {
    register();
    Login login = login();
    accounts.logout(login.session().id());

    assertThat(
            kind(
                () ->
                    accounts.changePassword(
                        login.session(), PASSWORD, new Secret("another horse"))))
        .isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(login().token()).isNotNull();
  }

  @Test
  void list_pages() {
    for (int i = 0; i < 5; i++) {
      accounts.add("user" + i + "@example.org", PASSWORD, Account.Role.ADMIN);
    }
    AccountPage first = accounts.list(3, null);
    AccountPage second = accounts.list(3, first.next());

    assertThat(first.accounts()).hasSize(3);
    assertThat(second.accounts()).hasSize(2);
    assertThat(second.next()).isNull();
    assertThat(kind(() -> accounts.get(new AccountId("made-up")))).isEqualTo(ErrorKind.NOT_FOUND);
  }

  private static final class CountingHasher implements PasswordHasher {
    private final PasswordHasher hasher = new MemoryPasswordHasher();
    private final AtomicInteger matched = new AtomicInteger();
    private final AtomicInteger longest = new AtomicInteger();

    @Override
    public Secret hash(Secret password) {
      return hasher.hash(password);
    }

    @Override
    public boolean matches(Secret password, Secret hash) {
      matched.incrementAndGet();
      longest.accumulateAndGet(password.reveal().length(), Math::max);
      return hasher.matches(password, hash);
    }
  }
}
