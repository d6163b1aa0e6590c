package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Connecting to a real server. */
class LoginTest extends RealServerTest {
  private Grant verify(SecretFields fields) {
    return ((Authentication.Fields) provider.authentication()).verify(fields);
  }

  @Test
  void verify_goodPassword_isGrantedUnderItsAddress() {
    String bare = server.url().substring(0, server.url().length() - 1);

    Grant grant = verify(Davs.fields(bare));

    assertThat(((SecretFields) grant.credential()).require("server_url")).isEqualTo(server.url());
    assertThat(grant.subject()).isEqualTo(verify(Davs.fields(server.url())).subject());
    assertThat(grant.label()).isEqualTo("ada@127.0.0.1");
  }

  @Test
  void verify_wrongPassword_isRefused() {
    assertKind(
        ErrorKind.CREDENTIALS_REFUSED, () -> verify(Davs.fields(server.url(), Davs.USER, "wrong")));
  }

  @Test
  void verify_nothingThere_isNotWebDav() {
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(Davs.fields(server.url() + "nowhere/")));
  }

  @Test
  void verify_file_isNotWebDav() {
    put(EntryId.ROOT, "a.txt", "x");
    assertKind(ErrorKind.NOT_WEBDAV, () -> verify(Davs.fields(server.url() + "a.txt")));
  }

  @Test
  void S6_verify_nobodyListening_looksLikeADeniedAddress() {
    server.close();
    String denied = message(() -> verify(Davs.fields("https://10.0.0.1/")));

    assertThat(message(() -> verify(Davs.fields(server.url())))).isEqualTo(denied);
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
  }

  private static String message(ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class);
    assertThat(((CloudException) thrown).kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void refusedPassword_isReportedOnce() {
    Davs.Source source = new Davs.Source(Davs.fields(server.url()));
    Storage other = provider.open(source);
    other.list(new ListRequest(EntryId.ROOT, 5, null));
    server.changePassword("another");

    assertKind(ErrorKind.REAUTH_REQUIRED, () -> other.list(new ListRequest(EntryId.ROOT, 5, null)));
    assertThat(source.refused).hasValue(1);
  }

  @Test
  void serverDown_isUnavailable() {
    server.close();
    assertKind(ErrorKind.UNAVAILABLE, () -> storage.stat(EntryId.ROOT));
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
  }

  @Test
  void info_agreesWithTheAccessors() {
    assertThat(provider.info().capabilities())
        .containsExactly(dev.davit.ports.storage.Capability.QUOTA);
    assertThat(storage.quotas()).isPresent();
    assertThat(storage.search()).isEmpty();
    assertThat(storage.changes()).isEmpty();
    assertThat(storage.copying()).isEmpty();
    assertThat(storage.uploadSessions()).isEmpty();
  }
}
