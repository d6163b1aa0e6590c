package dev.davit.emulator.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SEARCH. */
class SearchTest {
  private static final String HOME = "/remote.php/dav/files/ada/";

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Http ada;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.start(dir);
    cloud.addUser("ada@example.org", "ada", "secret");
    ada = Http.as(cloud.address(), "ada@example.org", "secret");
    ada.send("MKCOL", HOME + "Letters", "");
    ada.send("PUT", HOME + "Letters/Alpha%20%26%20Omega.txt", "1");
    ada.send("PUT", HOME + "Letters/beta_1.txt", "22");
    ada.send("PUT", HOME + "alphabet.md", "333");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void like_findsNamesAnywhereBelow_whateverTheirCase() {
    assertThat(found(like("%alpha%"), "/files/ada", ""))
        .containsExactlyInAnyOrder("Letters/Alpha%20%26%20Omega.txt", "alphabet.md");
  }

  @Test
  void like_withWildcardsTakenAsTheyAre() {
    assertThat(found(like("beta\\_%"), "/files/ada", "")).containsExactly("Letters/beta_1.txt");
    assertThat(found(like("a\\%"), "/files/ada", "")).isEmpty();
  }

  @Test
  void scope_isAFolder() {
    assertThat(found(like("%alpha%"), "/files/ada/Letters", ""))
        .containsExactly("Letters/Alpha%20%26%20Omega.txt");
    assertThat(search(like("%"), "/files/bob", "").statusCode()).isEqualTo(400);
    assertThat(search(like("%"), "/files/ada/none", "").statusCode()).isEqualTo(400);
  }

  @Test
  void limitAndOrder_areHeldTo() {
    String bySize =
        "<d:orderby><d:order><d:prop><oc:size/></d:prop><d:descending/></d:order></d:orderby>";
    String limit = "<d:limit><d:nresults>2</d:nresults></d:limit>";
    String files = "<d:not><d:is-collection/></d:not>";
    assertThat(found(files, "/files/ada", bySize + limit))
        .containsExactly("alphabet.md", "Letters/beta_1.txt");
  }

  @Test
  void comparisons_work() {
    String big = "<d:gt><d:prop><oc:size/></d:prop><d:literal>2</d:literal></d:gt>";
    String both = "<d:and>" + big + like("%.md") + "</d:and>";
    assertThat(found(both, "/files/ada", "")).containsExactly("alphabet.md");
  }

  @Test
  void whatCanNotBeSearched_isRefused() {
    String etag = "<d:eq><d:prop><d:getetag/></d:prop><d:literal>x</d:literal></d:eq>";
    assertThat(search(etag, "/files/ada", "").statusCode()).isEqualTo(400);
  }

  @Test
  void withoutAnXmlType_itIsNotImplemented() {
    assertThat(ada.send("SEARCH", "/remote.php/dav", "<x/>").statusCode()).isEqualTo(501);
  }

  private static String like(String pattern) {
    return "<d:like><d:prop><d:displayname/></d:prop><d:literal>"
        + pattern
        + "</d:literal></d:like>";
  }

  private static List<String> found(String where, String scope, String rest) {
    HttpResponse<String> answer = search(where, scope, rest);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    return Pattern.compile("<d:href>" + HOME + "([^<]*)<")
        .matcher(answer.body())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static HttpResponse<String> search(String where, String scope, String rest) {
    String body =
        "<d:searchrequest xmlns:d='DAV:' xmlns:oc='http://owncloud.org/ns'><d:basicsearch>"
            + "<d:select><d:prop><d:displayname/><oc:fileid/></d:prop></d:select><d:from><d:scope>"
            + ("<d:href>" + scope + "</d:href><d:depth>infinity</d:depth></d:scope></d:from>")
            + ("<d:where>" + where + "</d:where>" + rest)
            + "</d:basicsearch></d:searchrequest>";
    return ada.send("SEARCH", "/remote.php/dav", body, "Content-Type", "text/xml");
  }
}
