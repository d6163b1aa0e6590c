package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How things may be called, whose they are, and what one may do with them. */
class NamesTest {
  private static final String HOME = "/remote.php/dav/files/ada/";
  private static final String PERMISSIONS =
      "<d:propfind xmlns:d='DAV:' xmlns:oc='http://owncloud.org/ns'><d:prop><oc:permissions/>"
          + "</d:prop></d:propfind>";

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.start(dir);
    cloud.addUser("ada@example.org", "ada", "secret");
    cloud.addUser("bob@example.org", "bob", "b");
    ada = Http.as(cloud.address(), "ada@example.org", "secret");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void names_ofEveryKind_areListedEncoded() {
    ada.send("MKCOL", HOME + "names", "");
    put("names/a%20b%25%23;%2B(1)%27%22%26.txt", "x");
    put("names/%E2%9A%93.txt", "x");
    assertThat(propfind("names", "1").body())
        .contains("names/a%20b%25%23%3b%2b(1)%27%22%26.txt")
        .contains("names/%e2%9a%93.txt");
  }

  @Test
  void names_areComposed() {
    put("e%CC%81.txt", "decomposed");
    assertThat(ada.get(HOME + "%C3%A9.txt").body()).isEqualTo("decomposed");
  }

  @Test
  void names_thatAreTooLongOrForbidden_areRefused() {
    assertThat(put("a".repeat(250), "x").statusCode()).isEqualTo(201);
    assertThat(put("a".repeat(251), "x").statusCode()).isEqualTo(400);
    assertThat(put("file.part", "x").statusCode()).isEqualTo(400);
  }

  @Test
  void anotherUsersHome_looksEmpty() throws IOException {
    Files.writeString(cloud.files("bob").resolve("diary.txt"), "mine");
    String bob = "/remote.php/dav/files/bob/";
    HttpResponse<String> home = ada.send("PROPFIND", bob, "", "Depth", "1");
    assertThat(home.statusCode()).isEqualTo(207);
    assertThat(home.body()).doesNotContain("diary");
    assertThat(ada.get(bob + "diary.txt").statusCode()).isEqualTo(404);
    assertThat(ada.send("PUT", bob + "new.txt", "x").statusCode()).isEqualTo(403);
    assertThat(ada.send("PROPFIND", "/remote.php/dav/files/ada%40example.org/", "").statusCode())
        .isEqualTo(207);
  }

  @Test
  void permissions_areToldAndHeldTo() {
    ada.send("MKCOL", HOME + "shared", "");
    put("shared/read.txt", "x");
    cloud.restrict("ada", "shared", "SG");
    assertThat(propfind("shared", "0").body()).contains("<oc:permissions>SG</oc:permissions>");
    assertThat(put("shared/read.txt", "y").statusCode()).isEqualTo(403);
    assertThat(put("shared/new.txt", "y").statusCode()).isEqualTo(403);
    assertThat(ada.send("MKCOL", HOME + "shared/sub", "").statusCode()).isEqualTo(403);
    assertThat(ada.send("DELETE", HOME + "shared/read.txt", "").statusCode()).isEqualTo(403);
    assertThat(moveTo("shared/read.txt", HOME + "read.txt")).isEqualTo(403);
    assertThat(ada.get(HOME + "shared/read.txt").body()).isEqualTo("x");
  }

  @Test
  void users_haveAnIdThatIsNotTheirLogin() {
    assertThatThrownBy(() -> cloud.addUser("same", "same", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HttpResponse<String> put(String name, String body) {
    return ada.send("PUT", HOME + name, body);
  }

  private static HttpResponse<String> propfind(String name, String depth) {
    return ada.send("PROPFIND", HOME + name, PERMISSIONS, "Depth", depth);
  }

  private static int moveTo(String from, String path) {
    String to = cloud.address().resolve(path).toString();
    return ada.send("MOVE", HOME + from, "", "Destination", to).statusCode();
  }
}
