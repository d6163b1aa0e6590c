package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;
import static dev.davit.emulator.google.drive.Api.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.google.GoogleEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists and searches (guides/search-files). */
class FilesListTest extends DriveBench {
  private static String folder;

  @BeforeAll
  static void fill() {
    folder = drive.items().addFolder(root, "Müller's");
    file(folder, "Hello World.txt");
    file(folder, "same");
    file(folder, "same");
    file(folder, "it's a \\ sign");
    drive.items().trash(file(folder, "thrown away"), true);
    String other = google.addAccount("bob@example.org").email();
    drive.items().share(file(drive.items().root(other), "given"), ada.email(), "reader");
  }

  private static String file(String parent, String name) {
    byte[] content = ("about " + name).getBytes(StandardCharsets.UTF_8);
    return drive.items().addFile(parent, name, "text/plain", content);
  }

  @Test
  void children_haveWhatIsInTheTrash_unlessItIsLeftOut() {
    assertThat(api.find("'" + folder + "' in parents").files("name"))
        .containsExactlyInAnyOrder(
            "Hello World.txt", "same", "same", "it's a \\ sign", "thrown away");
    assertThat(inFolder("trashed = false").files("name")).hasSize(4);
    assertThat(api.find("trashed=true").files("name")).containsExactly("thrown away");
    assertThat(api.find("'root' in parents").files("name")).containsExactly("Müller's");
  }

  private static Api.Answer inFolder(String more) {
    return api.find("'" + folder + "' in parents and " + more);
  }

  @Test
  void answer_hasFourFields_unlessMoreAreNamed() {
    Api.Answer usual = inFolder("name = 'same'");
    assertThat(usual.json()).containsOnlyKeys("kind", "incompleteSearch", "files");
    assertThat(usual.text())
        .contains("kind", "id", "name", "mimeType")
        .doesNotContain("size", "parents");
    Api.Answer named =
        api.get(FILES + "?fields=files(id,capabilities/canEdit,size)&q=" + encoded("name='same'"));
    assertThat(named.json()).containsOnlyKeys("files");
    assertThat(named.text())
        .contains("{\"canEdit\":true}", "\"size\":\"10\"")
        .doesNotContain("canCopy");
  }

  @Test
  void names_areFoundWhateverTheirCase_andByTheirWords() {
    assertThat(inFolder("name = 'HELLO world.TXT'").files("name")).hasSize(1);
    assertThat(inFolder("name contains 'wor'").files("name")).hasSize(1);
    assertThat(inFolder("name contains 'orld'").files("name")).isEmpty();
    assertThat(inFolder("name != 'same' and trashed = false").files("name")).hasSize(2);
    assertThat(inFolder("name = 'it\\'s a \\\\ sign'").files("name")).hasSize(1);
  }

  @Test
  void words_bindAsTheyShould() {
    assertThat(inFolder("(name = 'same' or name contains 'hello')").files("name")).hasSize(3);
    assertThat(inFolder("not name = 'same' and not trashed = true").files("name")).hasSize(2);
    assertThat(api.find("fullText contains 'about hello'").files("name")).hasSize(1);
    assertThat(api.find("sharedWithMe").files("name")).containsExactly("given");
    assertThat(api.find("sharedWithMe = true and trashed = false").files("name")).hasSize(1);
    assertThat(api.find("mimeType = 'application/vnd.google-apps.folder'").files("name"))
        .containsExactly("Müller's");
    assertThat(api.find("not 'me' in owners").files("name")).containsExactly("given");
    assertThat(api.find("mimeType contains 'text/'").files("name")).hasSize(6);
  }

  @Test
  void times_areCompared() {
    String old = file(folder, "old");
    drive.items().modified(old, Instant.parse("2001-01-01T00:00:00Z"));
    assertThat(api.find("modifiedTime < '2002-01-01T00:00:00'").files("id")).containsExactly(old);
    assertThat(api.find("modifiedTime <= '2001-01-01T01:00:00+01:00'").files("id"))
        .containsExactly(old);
    drive.items().remove(old);
  }

  @Test
  void pages_goOn_andOnlyWithTheirOwnQuestion() {
    String q = FILES + "?pageSize=2&orderBy=name&q=" + encoded("'" + folder + "' in parents");
    Api.Answer first = api.get(q);
    assertThat(first.files("name")).containsExactly("Hello World.txt", "it's a \\ sign");
    String token = "&pageToken=" + encoded(first.string("nextPageToken"));
    Api.Answer second = api.get(q + token);
    assertThat(second.files("name")).containsExactly("same", "same");
    String last = "&pageToken=" + encoded(second.string("nextPageToken"));
    assertThat(api.get(q + last).json()).doesNotContainKey("nextPageToken");
    assertThat(api.get(FILES + "?pageSize=2&q=trashed%3Dfalse" + token).reason())
        .isEqualTo("invalid");
    assertThat(api.get(q.replace("pageSize=2", "pageSize=3") + token).files("name")).hasSize(3);
  }

  @Test
  void emptyPages_haveAToken_onDemand() {
    drive.faults().emptyPages(1);
    String q = FILES + "?q=" + encoded("'" + folder + "' in parents");
    Api.Answer empty = api.get(q);
    assertThat(empty.files("id")).isEmpty();
    String token = encoded(empty.string("nextPageToken"));
    assertThat(api.get(q + "&pageToken=" + token).files("id")).hasSize(5);
  }

  @Test
  void incompleteSearch_isSaid_onDemand() {
    assertThat(api.find("trashed=true").string("incompleteSearch")).isEqualTo("false");
    drive.faults().incompleteSearch(true);
    assertThat(api.find("trashed=true").string("incompleteSearch")).isEqualTo("true");
  }

  @Test
  void deletedFolder_isAnEmptyList() {
    String gone = drive.items().addFolder(folder, "gone");
    file(gone, "too");
    drive.items().remove(gone);
    Api.Answer answer = api.find("'" + gone + "' in parents");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.files("id")).isEmpty();
    assertThat(api.get(FILES + "/" + gone).status()).isEqualTo(404);
  }

  @Test
  void driveFile_findsOnlyWhatItsAppMadeOrWasGiven() {
    Api own = Api.of(google, ada, "drive.file");
    String made = own.json("POST", FILES, "{\"name\":\"made\"}").string("id");
    String given = file(folder, "opened");
    drive.items().open(given, GoogleEmulator.CLIENT.id());
    assertThat(own.find("trashed = false").files("id")).containsExactlyInAnyOrder(made, given);
    assertThat(own.find("'root' in parents").files("id")).containsExactly(made);
    drive.items().remove(made);
    drive.items().remove(given);
  }

  @Test
  void sharedDrives_areListedOnlyWhenAskedFor() {
    String team = drive.items().addSharedDrive("team", Map.of(ada.email(), "writer"));
    String inside = file(team, "inside");
    String q = "'" + team + "' in parents";
    String all = "&supportsAllDrives=true&includeItemsFromAllDrives=true";
    assertThat(api.find(q).files("id")).isEmpty();
    assertThat(api.get(FILES + "?q=" + encoded(q) + all).files("id")).isEmpty();
    assertThat(
            api.get(FILES + "?corpora=drive&driveId=" + team + all + "&q=" + encoded(q))
                .files("id"))
        .containsExactly(inside);
    assertThat(api.get(FILES + "?corpora=allDrives" + all).files("id")).contains(inside);
    drive.items().removeMember(team, ada.email());
    assertThat(api.get(FILES + "?corpora=allDrives" + all).files("id")).doesNotContain(inside);
  }
}
