package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Built-in accounts. */
interface AccountRules extends StoresFixture {
  @Test
  default void account_find_byIdAndByEmail() {
    Account user = insertAccount("acc1", "a@example.org");
    Account admin =
        new Account(new AccountId("acc2"), "ä'@x", Account.Role.ADMIN, Samples.TIME.plusMillis(1));
    write(tx -> tx.accounts().insert(admin, new Secret("hash")));
    assertThat(found(tx -> tx.accounts().find(user.id()))).contains(user);
    assertThat(found(tx -> tx.accounts().find(admin.id()))).contains(admin);
    assertThat(found(tx -> tx.accounts().findByEmail("a@example.org"))).contains(user);
    assertThat(found(tx -> tx.accounts().findByEmail("ä'@x"))).contains(admin);
  }

  @Test
  default void account_unknown_isNotThere() {
    insertAccount("acc1", "a@example.org");
    AccountId unknown = new AccountId("ACC1");
    assertThat(found(tx -> tx.accounts().find(unknown))).isEmpty();
    assertThat(found(tx -> tx.accounts().findByEmail("%@example.org"))).isEmpty();
    assertThat(found(tx -> tx.accounts().passwordHash(unknown))).isEmpty();
    assertThat(done(tx -> tx.accounts().setPassword(unknown, new Secret("x")))).isFalse();
  }

  @Test
  default void account_insert_ofATakenEmail_isRefused() {
    Account first = insertAccount("acc1", "a@example.org");
    Kinds.assertFails(ErrorKind.CONFLICT, () -> insertAccount("acc2", "a@example.org"));
    assertThat(listed(tx -> tx.accounts().list(null, 10))).containsExactly(first);
  }

  @Test
  default void account_insert_ofOneEmailByEightAtOnce_oneWins() {
    List<Boolean> won =
        Together.run(
            8,
            i -> {
              try {
                insertAccount("acc" + i, "same@example.org");
                return true;
              } catch (CloudException taken) {
                return taken.kind() != ErrorKind.CONFLICT;
              }
            });
    assertThat(won).containsOnlyOnce(true);
    assertThat(listed(tx -> tx.accounts().list(null, 10))).hasSize(1);
  }

  @Test
  default void account_password_isWhatWasSetLast_ofThisAccountOnly() {
    Account one = insertAccount("acc1", "a@example.org");
    Account two = insertAccount("acc2", "b@example.org");
    assertThat(done(tx -> tx.accounts().setPassword(one.id(), new Secret("neu$ß")))).isTrue();
    assertThat(found(tx -> tx.accounts().passwordHash(one.id()))).contains(new Secret("neu$ß"));
    assertThat(found(tx -> tx.accounts().passwordHash(two.id())))
        .contains(new Secret("hash of acc2"));
  }

  @Test
  default void account_list_isInPagesById() {
    List.of("b", "a", "_", "B", "-", "10", "9").forEach(id -> insertAccount(id, id + "@x"));
    assertThat(accountIds(null, 3)).containsExactly("-", "10", "9");
    assertThat(accountIds("9", 3)).containsExactly("B", "_", "a");
    assertThat(accountIds("a", 3)).containsExactly("b");
    assertThat(accountIds("b", 3)).isEmpty();
    assertThat(accountIds("Z", 1)).as("after what is not there").containsExactly("_");
  }

  private List<String> accountIds(@Nullable String after, int limit) {
    AccountId position = after == null ? null : new AccountId(after);
    return listed(tx -> tx.accounts().list(position, limit)).stream()
        .map(account -> account.id().value())
        .toList();
  }

  private Account insertAccount(String id, String email) {
    Account account = Samples.account(id, email);
    write(tx -> tx.accounts().insert(account, new Secret("hash of " + id)));
    return account;
  }
}
