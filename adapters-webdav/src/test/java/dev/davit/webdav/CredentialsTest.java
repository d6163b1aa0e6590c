package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to credentials, and to what is sent with them. */
class CredentialsTest extends ScriptedTest {
  private static final String NEWER = "newer";

  private static String basic(String password) {
    String login = Davs.USER + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Version 1 has the usual password, every later one {@link #NEWER}. */
  private static CredentialSource refreshing(ScriptedServer server) {
    return new CredentialSource() {
      @Override
      public VersionedCredential current() {
        return new VersionedCredential(1, Davs.fields(server.url()));
      }

      @Override
      public VersionedCredential rejected(long version) {
        return new VersionedCredential(version + 1, Davs.fields(server.url(), Davs.USER, NEWER));
      }
    };
  }

  private Storage refreshed(ScriptedServer server) {
    return provider(Davs.settings()).open(refreshing(server));
  }

  @Test
  void basic_isUtf8AndPreemptive() {
    ScriptedServer server = listing("");
    list(server);

    assertThat(server.asked).hasSize(1);
    assertThat(server.asked.get(0).header("authorization")).isEqualTo(basic(Davs.PASSWORD));
  }

  @Test
  void refused_newerOneIsTriedOnce() {
    ScriptedServer server =
        server(
            (asked, out) -> {
              if (asked.header("authorization").equals(basic(NEWER))) {
                out.multi(Xmls.folder("/dav/"));
              } else {
                out.status(401);
              }
            });

    refreshed(server).list(new ListRequest(EntryId.ROOT, 5, null));

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void refused_newerOneToo_isTokenRejected() {
    ScriptedServer server = server((asked, out) -> out.status(401));

    assertKind(
        ErrorKind.TOKEN_REJECTED,
        () -> refreshed(server).list(new ListRequest(EntryId.ROOT, 5, null)));
    assertThat(server.asked).hasSize(2);
  }

  /** Refuses the older password in the middle of an upload, and not before. */
  private static MiniDav refusingUploads() {
    return new MiniDav() {
      @Override
      void put(Asked asked, Out out) throws Exception {
        if (asked.header("authorization").equals(basic(NEWER))) {
          super.put(asked, out);
        } else {
          asked.rest().readNBytes(3);
          out.status(401);
          asked.body();
        }
      }
    };
  }

  private static WriteRequest write(TestContent content) {
    return new WriteRequest(
        Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.FAIL, null);
  }

  @Test
  void refusedDuringAnUpload_repeatableContent_isSentAgain() {
    MiniDav dav = refusingUploads();
    TestContent content = TestContent.of("some bytes").withRepeats();

    refreshed(server(dav)).write(write(content));

    assertThat(content.opened()).isEqualTo(2);
    assertThat(dav.files).containsEntry("/dav/a", "some bytes");
  }

  @Test
  void refusedDuringAnUpload_contentForOnce_isNotSentAgain() {
    TestContent content = TestContent.of("some bytes");

    assertKind(
        ErrorKind.UNAVAILABLE, () -> refreshed(server(refusingUploads())).write(write(content)));
    assertThat(content.opened()).isEqualTo(1);
  }

  @Test
  void refusedDuringAnUpload_deadCredential_saysSo() {
    ScriptedServer server = server(refusingUploads());
    Davs.Source source = new Davs.Source(Davs.fields(server.url()));

    assertKind(
        ErrorKind.REAUTH_REQUIRED,
        () -> provider(Davs.settings()).open(source).write(write(TestContent.of("some bytes"))));
    assertThat(source.refused).hasValue(1);
  }

  @Test
  void cookies_areNotKept() {
    ScriptedServer server =
        server(
            (asked, out) ->
                out.say(207, "Set-Cookie: session=1", Xmls.multi(Xmls.folder("/dav/"))));
    Storage storage = storage(server);

    storage.list(new ListRequest(EntryId.ROOT, 5, null));
    storage.list(new ListRequest(EntryId.ROOT, 5, null));

    assertThat(server.asked.get(1).headers()).doesNotContainKey("cookie");
  }

  @Test
  void verify_fieldsThatAreNone_areNamed() {
    ScriptedServer server = listing("");
    for (Map.Entry<String, SecretFields> bad :
        Map.of(
                "username", Davs.fields(server.url(), "a:b", "x"),
                "password", Davs.fields(server.url(), "a", ""))
            .entrySet()) {
      assertThat(failure(() -> verify(bad.getValue())).hints().field()).isEqualTo(bad.getKey());
      assertKind(ErrorKind.INVALID_REQUEST, () -> verify(bad.getValue()));
    }
    assertKind(
        ErrorKind.INVALID_REQUEST, () -> verify(Davs.fields(server.url(), "a\r\nX: y", "x")));
    assertKind(ErrorKind.INVALID_REQUEST, () -> verify(new SecretFields(Map.of())));
    assertThat(server.asked).isEmpty();
  }

  private void verify(SecretFields fields) {
    ((dev.davit.ports.storage.Authentication.Fields) provider(Davs.settings()).authentication())
        .verify(fields);
  }

  @Test
  void S6_verify_silenceOrNoise_looksLikeADeniedAddress() {
    ScriptedServer silent = server((asked, out) -> {});
    ScriptedServer noise = server((asked, out) -> out.raw("SSH-2.0-OpenSSH_9.2\r\n"));
    String denied = text(() -> verify(Davs.fields("https://169.254.169.254/")));

    assertThat(text(() -> verify(silent))).isEqualTo(denied);
    assertThat(text(() -> verify(noise))).isEqualTo(denied);
  }

  private static String text(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThat(failure(call).kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
    return failure(call).getMessage() + failure(call).hints();
  }

  @Test
  void E5_noErrorShowsTheCredential() {
    ScriptedServer server = server((asked, out) -> out.say(500, "", "boom"));
    Throwable thrown = failure(() -> list(server));
    java.io.StringWriter trace = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(trace));

    String text = trace.toString().toLowerCase(Locale.ROOT);
    assertThat(text)
        .doesNotContain(Davs.PASSWORD.toLowerCase(Locale.ROOT))
        .doesNotContain(basic(Davs.PASSWORD).substring(6).toLowerCase(Locale.ROOT));
  }
}
