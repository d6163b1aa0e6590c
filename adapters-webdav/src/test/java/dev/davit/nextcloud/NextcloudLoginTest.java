package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.webdav.Davs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting by an app password, and what ends it. */
class NextcloudLoginTest extends CloudTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/index.php",
        "/index.php/apps/files?dir=/",
        "/remote.php/dav/files/ada%201815/",
        "/remote.php/webdav",
        "/ocs/v2.php/cloud/user",
        "/status.php",
        "/apps/files/files",
        "/login"
      })
  void verify_findsTheBase_inWhateverAddressOfIt(String more) {
    String base = server.address().toString();
    String typed = base.substring(0, base.length() - 1) + more;
    Grant again = login.verify(Davs.fields(typed, Clouds.LOGIN, password()));
    assertThat(again).isEqualTo(grant);
    assertThat(((SecretFields) again.credential()).require("server_url")).isEqualTo(base);
  }

  @Test
  void verify_takesTheUserId_notTheLogin() {
    SecretFields kept = (SecretFields) grant.credential();
    assertThat(kept.require("user_id")).isEqualTo(Clouds.USER);
    assertThat(kept.require("username")).isEqualTo(Clouds.LOGIN);
    assertThat(grant.subject()).isEqualTo(Clouds.USER + " at " + server.address());
    assertThat(grant.label()).isEqualTo(Clouds.LOGIN + "@127.0.0.1");
    assertThat(storage.stat(EntryId.ROOT).isFolder()).isTrue();
    assertThat(server.requests().count("PROPFIND", "/remote.php/dav/files/ada%201815/"))
        .isEqualTo(1);
  }

  @Test
  void verify_ofAnotherAppPassword_isTheSameSubject() {
    String other = server.addAppPassword(Clouds.LOGIN, "other");
    Grant second = login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, other));
    assertThat(second.subject()).isEqualTo(grant.subject());
  }

  @Test
  void verify_wrongPassword_isRefused_afterOneTry() {
    assertKind(
        ErrorKind.CREDENTIALS_REFUSED,
        () -> login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, "wrong")));
    assertThat(server.wrongPasswords()).isEqualTo(1);
  }

  @Test
  void verify_whileEverybodyIsSlowedDown_isRateLimited() {
    for (int i = 0; i < 11; i++) {
      failure(() -> login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, "wrong")));
    }
    assertKind(
        ErrorKind.RATE_LIMITED,
        () -> login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, password())));
  }

  @Test
  void verify_inMaintenance_isUnavailable_notRefused() {
    server.faults().maintenance(true);
    assertKind(
        ErrorKind.UNAVAILABLE,
        () -> login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, password())));
    assertThat(server.wrongPasswords()).isZero();
  }

  @Test
  void verify_asksAsDavit() {
    login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, password()));
    assertThat(server.requests().all())
        .allSatisfy(one -> assertThat(one.header("User-Agent")).contains("Davit"));
  }

  @Test
  void verify_sendsThePassword_onlyWhereANextcloudIs() {
    login.verify(Davs.fields(server.address() + "apps/files/", Clouds.LOGIN, password()));
    assertThat(server.requests().of("GET", "status.php"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.header("Authorization")).isEmpty());
  }

  @Test
  void S6_verify_nobodyListening_looksLikeADeniedAddress() {
    String url = server.address().toString();
    String denied =
        failure(() -> login.verify(Davs.fields("https://10.0.0.1/", "a", "b"))).getMessage();
    server.close();
    assertThat(
            assertKind(ErrorKind.ADDRESS_REFUSED, () -> login.verify(Davs.fields(url, "a", "b"))))
        .hasMessage(denied);
    assertThat(assertKind(ErrorKind.ADDRESS_REFUSED, () -> pages().start(url))).hasMessage(denied);
  }

  @Test
  void revoke_endsTheAppPassword_andGoneAlreadyIsDone() {
    assertThat(server.appPasswords(Clouds.LOGIN)).hasSize(1);
    login.revoke((SecretFields) grant.credential());
    assertThat(server.appPasswords(Clouds.LOGIN)).isEmpty();
    login.revoke((SecretFields) grant.credential());
    assertThat(server.requests().of("DELETE", "apppassword"))
        .extracting(Exchange::status)
        .containsExactly(200, 401);
  }

  @Test
  void revoke_ofTheUsersOwnPassword_isDone_andItStays() {
    Grant own =
        login.verify(Davs.fields(server.address().toString(), Clouds.LOGIN, Clouds.OWN_PASSWORD));
    login.revoke((SecretFields) own.credential());
    assertThat(login.verify((SecretFields) own.credential())).isEqualTo(own);
  }

  @Test
  void revoke_whileTheServerIsAway_isTriedAgainLater() {
    server.faults().maintenance(true);
    assertKind(ErrorKind.UNAVAILABLE, () -> login.revoke((SecretFields) grant.credential()));
    server.close();
    assertKind(ErrorKind.UNAVAILABLE, () -> login.revoke((SecretFields) grant.credential()));
  }

  private dev.davit.ports.storage.PageLogin pages() {
    return login.pageLogin().orElseThrow();
  }

  private String password() {
    return ((SecretFields) grant.credential()).require("password");
  }
}
