package dev.davit.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.PageLogin;
import dev.davit.ports.storage.PageLogin.Started;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in on a page in memory. */
class MemoryPageLoginTest {
  private final TestClock clock = new TestClock();
  private final MemoryStorageProvider provider = MemoryStorageProvider.fields(clock);
  private final MemoryServer server = provider.server();
  private final PageLogin login =
      ((Authentication.Fields) provider.authentication()).pageLogin().orElseThrow();

  @BeforeEach
  void addAccount() {
    server.addAccount("alice", new Secret("one"));
  }

  @Test
  void poll_isEmptyUntilGranted_thenAnswersOnce() {
    Started started = login.start("https://cloud.example/");
    assertThat(started.page().toString()).startsWith("https://cloud.example/");
    assertThat(login.poll(started.state())).isEmpty();
    server.pages().grant(started.page(), "alice");
    assertThat(login.poll(started.state()).orElseThrow().subject()).isEqualTo("account:alice");
    assertFails(ErrorKind.INVALID_FLOW, () -> login.poll(started.state()));
    assertThat(server.pages().unfinished()).isZero();
  }

  @Test
  void poll_ofADeniedOne_isOver() {
    Started started = login.start("https://cloud.example");
    server.pages().deny(started.page());
    assertFails(ErrorKind.INVALID_FLOW, () -> login.poll(started.state()));
  }

  @Test
  void poll_afterItsTime_isOver_grantedOrNot() {
    Started started = login.start("https://cloud.example");
    server.pages().grant(started.page(), "alice");
    clock.advance(MemoryPageLogin.LIFETIME);
    assertFails(ErrorKind.INVALID_FLOW, () -> login.poll(started.state()));
  }

  @Test
  void start_atAnotherAddress_isRefused() {
    assertFails(ErrorKind.ADDRESS_REFUSED, () -> login.start("http://cloud.example"));
  }

  private static void assertFails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
