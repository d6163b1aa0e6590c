package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Accounts;
import dev.davit.Davit;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.testkit.memory.MemoryPasswordHasher;
import dev.davit.testkit.memory.MemoryRateLimiter;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.MemoryVault;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdministratorTest {
  private static final String EMAIL = "admin@example.org";
  private static final String PASSWORD = "correct horse battery";

  private final TestClock clock = new TestClock();
  private final Davit davit =
      Davit.builder()
          .stores(new MemoryStores(clock))
          .vault(new MemoryVault())
          .passwordHasher(new MemoryPasswordHasher())
          .rateLimiter(new MemoryRateLimiter(clock))
          .clock(clock)
          .sweepEvery(Duration.ZERO)
          .build();
  private final Accounts accounts = davit.accounts();

  @AfterEach
  void close() {
    davit.close();
  }

  @Test
  void ensure_twice_makesOneAdministrator() {
    ensure(EMAIL, PASSWORD);
    ensure(EMAIL, "another password");

    assertThat(accounts.list(10, null).accounts())
        .singleElement()
        .extracting(Account::role)
        .isEqualTo(Account.Role.ADMIN);
    assertThat(accounts.login(EMAIL, new Secret(PASSWORD), "here").token()).isNotNull();
  }

  @Test
  void ensure_whatMakesNoAccount_namesTheSetting() {
    assertThatThrownBy(() -> ensure(EMAIL, "hunter2"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("DAVIT_ADMIN_PASSWORD is refused. ")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> ensure("admin", PASSWORD))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("DAVIT_ADMIN_EMAIL is refused. ");
  }

  private void ensure(String email, String password) {
    Map<String, String> settings =
        Map.of("DAVIT_ADMIN_EMAIL", email, "DAVIT_ADMIN_PASSWORD", password);
    Administrator.ensure(SettingsLoader.load(settings, null, Map.of()), accounts);
  }
}
