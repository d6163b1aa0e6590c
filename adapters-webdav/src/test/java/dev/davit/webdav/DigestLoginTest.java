package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.ScriptedServer.Asked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that want to be convinced by Digest. */
class DigestLoginTest extends ScriptedTest {
  private static final ListRequest TOP = new ListRequest(EntryId.ROOT, 10, null);

  private final DigestDav dav = new DigestDav();
  private final ScriptedServer server = server(dav);
  private final WebDavProvider provider = provider(Davs.settings());

  private SecretFields verified() {
    Authentication.Fields login = (Authentication.Fields) provider.authentication();
    return (SecretFields) login.verify(Davs.fields(server.url())).credential();
  }

  /** Connected by Digest, with a nonce that has served once. */
  private Storage connected() {
    return connected(new Davs.Source(verified()));
  }

  private Storage connected(Davs.Source source) {
    Storage storage = provider.open(source);
    storage.list(TOP);
    server.asked.clear();
    return storage;
  }

  private void assertPasswordNeverShown() {
    assertThat(server.asked).noneMatch(one -> one.header("authorization").startsWith("Basic"));
  }

  private List<String> shown(String parameter) {
    return server.asked.stream()
        .map(one -> DigestDav.value(one.header("authorization"), parameter))
        .toList();
  }

  private static WriteRequest write(TestContent content) {
    return new WriteRequest(
        Davs.attempt(EntryId.ROOT, "a"), content, null, ConflictPolicy.RENAME, null);
  }

  @Test
  void verify_asksFirst_andKeepsThatItIsDigest() {
    SecretFields fields = verified();

    assertThat(server.asked.get(0).headers()).doesNotContainKey("authorization");
    assertThat(server.asked).hasSize(2);
    assertPasswordNeverShown();
    assertThat(fields.require("login")).isEqualTo("DIGEST");
  }

  @Test
  void verify_basicToo_takesDigest() {
    dav.challenge = "WWW-Authenticate: Basic realm=\"davit\"\r\n" + dav.challenge;

    assertThat(verified().require("login")).isEqualTo("DIGEST");
    assertPasswordNeverShown();
  }

  @Test
  void verify_basicOnly_keepsNothingOfIt() {
    ScriptedServer basic =
        server(
            (asked, out) -> {
              if (asked.headers().containsKey("authorization")) {
                out.multi(Xmls.folder("/dav/"));
              } else {
                out.say(401, "WWW-Authenticate: Basic realm=\"davit\", charset=\"UTF-8\"", "");
              }
            });

    SecretFields fields = (SecretFields) verify(basic).credential();

    assertThat(fields.values()).containsOnlyKeys("server_url", "username", "password");
    assertThat(basic.asked).hasSize(2);
  }

  @Test
  void verify_wrongPassword_isRefused_afterOneTry() {
    dav.password = "another";

    assertKind(ErrorKind.CREDENTIALS_REFUSED, this::verified);
    assertThat(server.asked).hasSize(2);
    assertPasswordNeverShown();
  }

  @Test
  void nonce_servesManyRequests_andIsCounted() {
    Storage storage = connected();

    for (int i = 0; i < 3; i++) {
      storage.list(TOP);
    }

    assertThat(shown("nc")).containsExactly("00000002", "00000003", "00000004");
    assertThat(shown("nonce")).containsOnly("nonce/2==");
    assertThat(shown("cnonce").stream().distinct()).hasSize(1);
  }

  @Test
  void nonce_isSharedByAllThatIsOpenedThere() {
    Storage first = connected();
    Storage second = provider.open(Davs.source(withLogin("DIGEST")));

    first.list(TOP);
    second.list(TOP);

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void nonce_stale_isReplaced_andNobodyHearsOfIt() {
    Storage storage = connected();
    dav.usesOfANonce = 3;

    for (int i = 0; i < 10; i++) {
      storage.list(TOP);
    }

    assertThat(server.asked).hasSizeBetween(12, 16);
  }

  @Test
  void nonce_forgottenByARestart_isNoRefusal_thoughTheServerSaysNoMore() {
    Storage storage = connected();
    dav.saysStale = false;
    dav.forget();

    storage.list(TOP);

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void nextNonce_isUsed() {
    Storage storage = connected();
    dav.saysNext = true;

    for (int i = 0; i < 3; i++) {
      storage.list(TOP);
    }

    assertThat(server.asked).hasSize(3);
    assertThat(shown("nc")).containsExactly("00000002", "00000001", "00000001");
  }

  @Test
  void passwordChanged_isReported_afterOneMoreTry() {
    Davs.Source source = new Davs.Source(verified());
    Storage storage = connected(source);
    dav.password = "another";
    dav.saysStale = false;

    assertKind(ErrorKind.REAUTH_REQUIRED, () -> storage.list(TOP));
    assertThat(source.refused).hasValue(1);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void nonce_alwaysStale_ends_andIsNoRefusal() {
    Davs.Source source = new Davs.Source(verified());
    dav.usesOfANonce = 0;

    assertKind(ErrorKind.PROTOCOL, () -> provider.open(source).list(TOP));
    assertThat(source.refused).hasValue(0);
  }

  @Test
  void write_contentForOnce_isSentOnce_alsoWhereANonceServesOnce() {
    Storage storage = connected();
    dav.usesOfANonce = 1;
    TestContent content = TestContent.of("some bytes");

    storage.write(write(content));

    assertThat(content.opened()).isEqualTo(1);
    assertThat(server.asked.stream().filter(one -> one.is("PUT"))).hasSize(1);
    assertThat(dav.files).containsEntry("/dav/a", "some bytes");
  }

  @Test
  void write_contentForOnce_asTheFirstThingEver_asksBefore() {
    TestContent content = TestContent.of("some bytes");

    provider.open(Davs.source(withLogin("DIGEST"))).write(write(content));

    assertThat(content.opened()).isEqualTo(1);
    assertThat(dav.files).containsEntry("/dav/a", "some bytes");
    assertPasswordNeverShown();
  }

  @Test
  void write_repeatableContent_isSentAgainWhenTheNonceIsStale() {
    Storage storage = connected();
    dav.usesOfANonce = 2;
    TestContent content = TestContent.of("some bytes").withRepeats();

    storage.write(write(content));

    assertThat(dav.files).containsEntry("/dav/a", "some bytes");
  }

  @Test
  void basicAskedForAfterDigest_isNotShown() {
    Davs.Source source = new Davs.Source(verified());
    Storage storage = connected(source);
    dav.challenge = "WWW-Authenticate: Basic realm=\"%s\"";
    dav.forget();

    assertKind(ErrorKind.REAUTH_REQUIRED, () -> storage.list(TOP));
    assertKind(
        ErrorKind.REAUTH_REQUIRED,
        () -> provider(Davs.settings()).open(Davs.source(withLogin("DIGEST"))).list(TOP));
    assertPasswordNeverShown();
  }

  @Test
  void connectedByBasic_serverThatWantsDigestByNow_getsIt_andNoPasswordAgain() {
    Storage storage = provider.open(Davs.source(Davs.fields(server.url())));

    storage.list(TOP);
    storage.write(write(TestContent.of("x")));

    List<Asked> basic =
        server.asked.stream()
            .filter(one -> one.header("authorization").startsWith("Basic"))
            .toList();
    assertThat(basic).hasSize(1);
    assertThat(server.asked.get(0)).isSameAs(basic.get(0));
  }

  @Test
  void E5_noErrorShowsWhatConvinces() {
    Storage storage = connected();
    dav.usesOfANonce = 0;

    CloudException thrown = failure(() -> storage.list(TOP));
    java.io.StringWriter trace = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(trace));

    assertThat(trace.toString()).doesNotContain(Davs.PASSWORD, "response=", "nonce/");
  }

  private SecretFields withLogin(String login) {
    Map<String, Secret> fields = new java.util.TreeMap<>(Davs.fields(server.url()).values());
    fields.put("login", new Secret(login));
    return new SecretFields(fields);
  }
}
