package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import dev.davit.webdav.Davs;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Login Flow v2. */
class NextcloudPagesTest extends CloudTest {
  @Test
  void poll_isEmptyUntilGranted_thenAnswersAWorkingAccount_once() {
    PageLogin.Started started = start();
    assertThat(started.page().toString()).startsWith(server.address().toString());
    assertThat(started.lifetime()).isEqualTo(NextcloudPages.LIFETIME);
    assertThat(pages().poll(started.state())).isEmpty();
    server.grant(started.page(), Clouds.LOGIN);

    Grant granted = pages().poll(started.state()).orElseThrow();
    assertThat(granted.subject()).isEqualTo(grant.subject());
    assertThat(provider.open(Clouds.source(granted)).stat(EntryId.ROOT).isFolder()).isTrue();
    assertThat(server.appPasswords(Clouds.LOGIN)).contains("Davit");
    assertThat(pages().poll(started.state())).isEmpty();

    login.revoke((SecretFields) granted.credential());
    assertThat(server.appPasswords(Clouds.LOGIN)).doesNotContain("Davit");
  }

  @Test
  void poll_afterItsTime_isOver_withoutAsking() {
    PageLogin.Started started = start();
    clock.advance(NextcloudPages.LIFETIME);
    server.requests().clear();
    assertKind(ErrorKind.INVALID_FLOW, () -> pages().poll(started.state()));
    assertThat(server.requests().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1\nhttp://127.0.0.1:1/\n/x\nsoon\ntoken", "2\na\nb\n1\nc"})
  void poll_ofAStateThatIsNone_isOver(String state) {
    assertKind(ErrorKind.INVALID_FLOW, () -> pages().poll(new Secret(state)));
  }

  @Test
  void poll_whatIsGrantedAndCanNotBeUsed_isEndedThere() {
    PageLogin.Started started = start();
    server.grant(started.page(), Clouds.LOGIN);
    for (int i = 0; i < 11; i++) {
      failure(() -> login.verify(Davs.fields(server.address().toString(), "ada", "wrong")));
    }
    assertKind(ErrorKind.INVALID_FLOW, () -> pages().poll(started.state()));
  }

  @Test
  void start_behindAProxy_putsTheSchemeRight() {
    server.faults().advertise(URI.create(server.address().toString().replace("http:", "https:")));
    PageLogin.Started started = start();
    assertThat(started.page().toString()).startsWith(server.address().toString());
    server.grant(started.page(), Clouds.LOGIN);
    assertThat(pages().poll(started.state())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/cloud",
        "http://localhost:%d/cloud",
        "http://169.254.169.254/cloud",
        "http://127.0.0.1:%d@evil.example/cloud",
        "https://evil.example/cloud"
      })
  void S7_start_thatLeadsElsewhere_isRefused(String elsewhere) {
    server.faults().advertise(URI.create(elsewhere.formatted(server.address().getPort())));
    assertKind(ErrorKind.PROTOCOL, this::start);
  }

  @Test
  void start_inMaintenance_isUnavailable() {
    server.faults().maintenance(true);
    assertKind(ErrorKind.UNAVAILABLE, this::start);
  }

  @Test
  void start_elsewhere_isRefused() {
    assertKind(ErrorKind.ADDRESS_REFUSED, () -> pages().start("https://10.0.0.1/"));
    assertKind(ErrorKind.ADDRESS_REFUSED, () -> pages().start("ftp://127.0.0.1/"));
  }

  private PageLogin.Started start() {
    return pages().start(server.address().toString());
  }

  private PageLogin pages() {
    return login.pageLogin().orElseThrow();
  }
}
