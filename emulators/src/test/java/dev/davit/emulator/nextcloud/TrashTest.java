package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted, and comes back. */
class TrashTest {
  private static final String HOME = "/remote.php/dav/files/ada/";
  private static final String TRASH = "/remote.php/dav/trashbin/ada/trash";
  private static final String RESTORE = "/remote.php/dav/trashbin/ada/restore/";
  private static final String PROPERTIES =
      "<d:propfind xmlns:d='DAV:' xmlns:nc='http://nextcloud.org/ns'"
          + " xmlns:oc='http://owncloud.org/ns'><d:prop><nc:trashbin-filename/>"
          + "<nc:trashbin-original-location/><nc:trashbin-deletion-time/><oc:fileid/>"
          + "<oc:permissions/></d:prop></d:propfind>";

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.at(dir).clock(() -> Instant.ofEpochSecond(1_700_000_000)).start();
    cloud.addUser("ada@example.org", "ada", "secret");
    ada = Http.as(cloud.address(), "ada@example.org", "secret");
  }

  @AfterEach
  void clear() {
    cloud.faults().clear();
    ada.send("DELETE", TRASH, "");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void whatIsDeleted_isInTheTrash_andComesBackAsItself() {
    ada.send("MKCOL", HOME + "box", "");
    String id =
        ada.send("PUT", HOME + "box/a.txt", "x").headers().firstValue("OC-FileId").orElseThrow();
    assertThat(delete("box/a.txt")).isEqualTo(204);
    String body = list().body();
    assertThat(body)
        .contains("<d:href>" + TRASH + "/a.txt.d1700000000</d:href>")
        .contains("<nc:trashbin-filename>a.txt</nc:trashbin-filename>")
        .contains("<nc:trashbin-original-location>box/a.txt</nc:trashbin-original-location>")
        .contains("<nc:trashbin-deletion-time>1700000000</nc:trashbin-deletion-time>")
        .contains("<oc:permissions>GD</oc:permissions>");
    assertThat(ada.get(TRASH + "/a.txt.d1700000000").body()).isEqualTo("x");
    assertThat(restore("a.txt.d1700000000")).isEqualTo(201);
    HttpResponse<String> again = ada.send("PUT", HOME + "box/a.txt", "y");
    assertThat(again.headers().firstValue("OC-FileId")).hasValue(id);
    assertThat(count(list().body(), "<d:response>")).isEqualTo(1);
  }

  @Test
  void twoOfOneName_areKeptApart_andBothComeBack() {
    for (String text : new String[] {"1", "2"}) {
      ada.send("PUT", HOME + "twice.txt", text);
      delete("twice.txt");
    }
    restore("twice.txt.d1700000000");
    restore("twice.txt.d1700000001");
    assertThat(ada.get(HOME + "twice.txt").body()).isEqualTo("1");
    assertThat(ada.get(HOME + "twice%20(restored).txt").body()).isEqualTo("2");
  }

  @Test
  void pastTheTrash_isGone() {
    ada.send("PUT", HOME + "secret.txt", "x");
    int status =
        ada.send("DELETE", HOME + "secret.txt", "", "X-NC-Skip-Trashbin", "true").statusCode();
    assertThat(status).isEqualTo(204);
    assertThat(list().body()).doesNotContain("secret.txt");
  }

  @Test
  void whatWasInAFolderThatIsGone_comesBackAtTheTop() {
    ada.send("MKCOL", HOME + "gone", "");
    ada.send("PUT", HOME + "gone/lost.txt", "x");
    delete("gone/lost.txt");
    delete("gone");
    restore("lost.txt.d1700000000");
    assertThat(ada.get(HOME + "lost.txt").body()).isEqualTo("x");
  }

  @Test
  void folders_areDeletedAsAWhole() {
    ada.send("MKCOL", HOME + "whole", "");
    ada.send("PUT", HOME + "whole/in.txt", "x");
    delete("whole");
    restore("whole.d1700000000");
    assertThat(ada.get(HOME + "whole/in.txt").body()).isEqualTo("x");
  }

  @Test
  void trash_canBeEmptied() {
    ada.send("PUT", HOME + "one.txt", "x");
    delete("one.txt");
    assertThat(ada.send("DELETE", TRASH + "/one.txt.d1700000000", "").statusCode()).isEqualTo(204);
    assertThat(restore("one.txt.d1700000000")).isEqualTo(404);
  }

  @Test
  void trash_isLeftByTheRestoreFolderOnly() {
    ada.send("PUT", HOME + "stay.txt", "x");
    delete("stay.txt");
    assertThat(moveOut("stay.txt.d1700000000", HOME + "stay.txt")).isEqualTo(403);
  }

  @Test
  void trash_thatIsOff_isNotThere() {
    cloud.faults().trashOff(true);
    ada.send("PUT", HOME + "off.txt", "x");
    assertThat(delete("off.txt")).isEqualTo(204);
    assertThat(list().statusCode()).isEqualTo(404);
  }

  @Test
  void home_canNotBeDeleted() {
    assertThat(delete("")).isEqualTo(403);
  }

  private static int delete(String name) {
    return ada.send("DELETE", HOME + name, "").statusCode();
  }

  private static HttpResponse<String> list() {
    return ada.send("PROPFIND", TRASH, PROPERTIES, "Depth", "1");
  }

  private static int restore(String name) {
    return moveOut(name, RESTORE + name);
  }

  private static int moveOut(String name, String path) {
    String to = cloud.address().resolve(path).toString();
    return ada.send("MOVE", TRASH + "/" + name, "", "Destination", to).statusCode();
  }

  private static int count(String text, String part) {
    Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
    return (int) matcher.results().count();
  }
}
