package dev.davit.emulator.nextcloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders: WebDAV, and what Nextcloud adds to it. */
class FilesTest {
  private static final String HOME = "/remote.php/dav/files/ada/";
  private static final String PROPERTIES =
      "<d:propfind xmlns:d='DAV:' xmlns:oc='http://owncloud.org/ns'><d:prop><oc:fileid/><oc:size/>"
          + "<oc:permissions/><oc:checksums/><d:getetag/><d:getlastmodified/><d:resourcetype/>"
          + "<d:quota-available-bytes/><oc:nonsense/></d:prop></d:propfind>";

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.start(dir);
    cloud.addUser("ada@example.org", "ada", "pässword");
    cloud.addUser("bob@example.org", "bob", "b");
    ada = Http.as(cloud.address(), "ada@example.org", "pässword");
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
    cloud.quota("ada", -3);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void withoutAPassword_is401InSabresWords() {
    HttpResponse<String> refused = Http.anonymous(cloud.address()).get(HOME);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .isEqualTo("Basic realm=\"Nextcloud\", charset=\"UTF-8\"");
    assertThat(refused.body()).contains("Sabre\\DAV\\Exception\\NotAuthenticated");
  }

  @Test
  void put_answersIdAndEtag_andIsReadBack() {
    HttpResponse<String> put = put("note.txt", "hello");
    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(put.headers().firstValue("OC-FileId").orElseThrow()).matches("\\d{8}oc\\w{10}");
    String etag = put.headers().firstValue("OC-ETag").orElseThrow();
    assertThat(put.headers().firstValue("ETag")).hasValue(etag);
    HttpResponse<String> got = ada.get(HOME + "note.txt");
    assertThat(got.body()).isEqualTo("hello");
    assertThat(got.headers().firstValue("ETag")).hasValue(etag);
    assertThat(ada.get(HOME + "note.txt", "Range", "bytes=1-3").body()).isEqualTo("ell");
    assertThat(put("note.txt", "again").statusCode()).isEqualTo(204);
  }

  @Test
  void propfind_tellsWhatNextcloudAdds() {
    put("props.txt", "12345", "OC-Checksum", "SHA256:wrong", "X-OC-MTime", "1675789581");
    String body = propfind("props.txt", "0").body();
    assertThat(body)
        .contains("<oc:size>5</oc:size>")
        .contains("<oc:permissions>RGDNVW</oc:permissions>")
        .contains("<oc:checksums><oc:checksum>SHA256:wrong</oc:checksum></oc:checksums>")
        .contains("<d:getlastmodified>Tue, 07 Feb 2023 17:06:21 GMT</d:getlastmodified>")
        .contains("<oc:nonsense/>")
        .contains("HTTP/1.1 404 Not Found");
  }

  @Test
  void quota_isToldAsItIs() throws IOException {
    for (long bytes : new long[] {-1, -2, -3}) {
      cloud.quota("ada", bytes);
      assertThat(propfind("", "0").body())
          .contains("<d:quota-available-bytes>" + bytes + "</d:quota-available-bytes>");
    }
    cloud.quota("ada", 0);
    assertThat(put("full.txt", "x").statusCode()).isEqualTo(507);
    assertThat(Files.exists(cloud.files("ada").resolve("full.txt"))).isFalse();
  }

  @Test
  void hash_thatIsAskedFor_isAnswered() {
    HttpResponse<String> put = put("hash.txt", "abc", "X-Hash", "sha256");
    assertThat(put.headers().firstValue("X-Hash-SHA256"))
        .hasValue("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(put.headers().firstValue("X-Hash-MD5")).isEmpty();
  }

  @Test
  void mtime_isAccepted() {
    assertThat(put("time.txt", "t", "X-OC-MTime", "100").headers().firstValue("X-OC-MTime"))
        .hasValue("accepted");
  }

  @Test
  void id_staysOverMovesAndWrites_andEtagsOfFoldersChange() {
    ada.send("MKCOL", HOME + "from", "");
    ada.send("MKCOL", HOME + "to", "");
    put("from/a.txt", "1");
    String id = id("from/a.txt");
    String folder = etag("to");
    move("from/a.txt", "to/b.txt", 201);
    put("to/b.txt", "22");
    assertThat(id("to/b.txt")).isEqualTo(id);
    assertThat(etag("to")).isNotEqualTo(folder);
    move("to", "other", 201);
    assertThat(id("other/b.txt")).isEqualTo(id);
  }

  @Test
  void move_ontoWhatIsThere_dependsOnOverwrite() {
    put("m1.txt", "1");
    put("m2.txt", "2");
    String to = cloud.address().resolve(HOME + "m2.txt").toString();
    HttpResponse<String> refused =
        ada.send("MOVE", HOME + "m1.txt", "", "Destination", to, "Overwrite", "F");
    assertThat(refused.statusCode()).isEqualTo(412);
    move("m1.txt", "m2.txt", 204);
    assertThat(ada.get(HOME + "m2.txt").body()).isEqualTo("1");
  }

  @Test
  void move_withoutDestination_orWithABadOne_isRefused() {
    put("bad.txt", "1");
    assertThat(ada.send("MOVE", HOME + "bad.txt", "").statusCode()).isEqualTo(400);
    assertThat(moveTo("bad.txt", "/elsewhere/bad.txt")).isEqualTo(403);
    assertThat(moveTo("bad.txt", HOME + "none/bad.txt")).isEqualTo(409);
    assertThat(moveTo("bad.txt", "/remote.php/dav/files/bob/bad.txt")).isEqualTo(403);
  }

  @Test
  void conditions_hold() {
    String etag = put("cond.txt", "1").headers().firstValue("ETag").orElseThrow();
    assertThat(put("cond.txt", "2", "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(put("cond.txt", "2", "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(ada.get(HOME + "cond.txt", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(put("cond.txt", "2", "If-Match", etag).statusCode()).isEqualTo(204);
    assertThat(put("cond-none.txt", "2", "If-Match", "*").statusCode()).isEqualTo(412);
  }

  @Test
  void folders_areMadeOnce_andNeedAParent() {
    assertThat(ada.send("MKCOL", HOME + "once", "").statusCode()).isEqualTo(201);
    assertThat(ada.send("MKCOL", HOME + "once", "").statusCode()).isEqualTo(405);
    assertThat(ada.send("MKCOL", HOME + "no/where", "").statusCode()).isEqualTo(409);
    assertThat(put("no/file.txt", "x").statusCode()).isEqualTo(409);
    assertThat(put("once", "x").statusCode()).isEqualTo(409);
    assertThat(ada.get(HOME + "once").statusCode()).isEqualTo(501);
  }

  @Test
  void whatIsNotThere_is404InSabresWords() {
    assertThat(propfind("nothing", "0").statusCode()).isEqualTo(404);
    assertThat(ada.get(HOME + "nothing").body()).contains("Sabre\\DAV\\Exception\\NotFound");
    assertThat(ada.send("DELETE", HOME + "nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void unknownMethods_areNotImplemented() {
    assertThat(ada.send("LOCK", HOME, "").statusCode()).isEqualTo(501);
    assertThat(ada.send("POST", HOME, "").statusCode()).isEqualTo(501);
  }

  @Test
  void proppatch_setsTheTime_andNothingElse() {
    put("patched.txt", "x");
    String patch =
        "<d:propertyupdate xmlns:d='DAV:'><d:set><d:prop><d:lastmodified>1675789581"
            + "</d:lastmodified><d:displayname>x</d:displayname></d:prop></d:set>"
            + "</d:propertyupdate>";
    assertThat(ada.send("PROPPATCH", HOME + "patched.txt", patch).body())
        .contains("<d:lastmodified/></d:prop><d:status>HTTP/1.1 200 OK")
        .contains("<d:displayname/></d:prop><d:status>HTTP/1.1 403 Forbidden");
    assertThat(propfind("patched.txt", "0").body()).contains("Tue, 07 Feb 2023 17:06:21 GMT");
  }

  @Test
  void put_thatIsCut_leavesTheOld_orOnDemandATruncatedFile() throws IOException {
    put("cut.txt", "the old content");
    cut("cut.txt");
    assertThat(ada.get(HOME + "cut.txt").body()).isEqualTo("the old content");
    cloud.faults().cutPutsTruncate(true);
    cut("cut.txt");
    assertThat(ada.get(HOME + "cut.txt").body()).isEqualTo("new");
  }

  /** Sends three of ten bytes, goes away, and waits until the server noticed. */
  private static void cut(String name) throws IOException {
    int before = cloud.requests().count("PUT", name);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), cloud.address().getPort())) {
      String basic = Base64.getEncoder().encodeToString("ada@example.org:pässword".getBytes(UTF_8));
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PUT "
                  + HOME
                  + name
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic "
                  + basic
                  + "\r\nContent-Length: 10\r\n\r\nnew")
              .getBytes(UTF_8));
      out.flush();
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    Waiting.until(() -> cloud.requests().count("PUT", name) > before);
  }

  @Test
  void brokenXml_isRefused() {
    assertThat(ada.send("PROPFIND", HOME, "<not xml").statusCode()).isEqualTo(400);
    assertThat(ada.send("PROPFIND", HOME, "<!DOCTYPE a><a/>").statusCode()).isEqualTo(400);
  }

  @Test
  void requests_areRemembered_withoutSecretsInTheirText() {
    cloud.requests().clear();
    put("seen.txt", "x");
    assertThat(cloud.requests().all()).hasSize(1);
    assertThat(cloud.requests().all().get(0).toString()).isEqualTo("PUT " + HOME + "seen.txt 201");
    assertThat(cloud.requests().all().get(0).header("Authorization")).isPresent();
  }

  private static HttpResponse<String> put(String name, String body, String... headers) {
    return ada.send("PUT", HOME + name, body, headers);
  }

  private static HttpResponse<String> propfind(String name, String depth) {
    return ada.send("PROPFIND", HOME + name, PROPERTIES, "Depth", depth);
  }

  private static void move(String from, String to, int status) {
    assertThat(moveTo(from, HOME + to)).isEqualTo(status);
  }

  private static int moveTo(String from, String path) {
    String to = cloud.address().resolve(path).toString();
    return ada.send("MOVE", HOME + from, "", "Destination", to).statusCode();
  }

  private static String id(String name) {
    return property(name, "oc:fileid");
  }

  private static String etag(String name) {
    return property(name, "d:getetag");
  }

  private static String property(String name, String property) {
    String body = propfind(name, "0").body();
    Matcher matcher = Pattern.compile("<" + property + ">([^<]+)<").matcher(body);
    assertThat(matcher.find()).as(body).isTrue();
    return matcher.group(1);
  }
}
