package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lies in another account's drive, and the shortcuts to it. */
class SharedTest extends GraphBench {
  private static String shared;
  private static String file;
  private static String shortcut;

  @BeforeAll
  static void share() {
    shared = items().addFolder(items().root(bo), "bo's");
    file = items().addFile(shared, "a.txt", bytes("x"));
    items().share(shared, ada, true);
    shortcut = items().addShortcut(items().root(ada), "from bo", shared);
  }

  private static String there(String id) {
    return "/v1.0/drives/" + items().drive(bo) + "/items/" + id;
  }

  @Test
  void shortcut_tellsWhatItLeadsTo_andIsNoFolderItself() {
    Answer answer = ada().get(item(shortcut));
    Map<?, ?> remote = answer.object("remoteItem");
    assertThat(remote.get("id")).isEqualTo(shared);
    assertThat(answer.object("remoteItem", "parentReference").get("driveId"))
        .isEqualTo(items().drive(bo));
    assertThat(remote.containsKey("folder")).isTrue();
    assertThat(answer.json()).doesNotContainKeys("folder", "size");
  }

  @Test
  void shortcut_isListed_forWhoAsksForIt() {
    String children = "/v1.0/me/drive/root/children";
    assertThat(ada().get(children).items("id")).doesNotContain(shortcut);
    assertThat(ada().get(children, "Prefer", "Include-Feature=AddToOneDrive").items("id"))
        .contains(shortcut);
  }

  @Test
  void shortcut_hasNoChildren_andNoContent() {
    assertThat(ada().get(item(shortcut) + "/children").values()).isEmpty();
    assertThat(ada().get(item(shortcut) + "/content").status()).isEqualTo(400);
    assertThat(ada().get(item(shortcut) + ":/a.txt").status()).isEqualTo(404);
    assertThat(ada().get(item(file)).status()).isEqualTo(404);
  }

  @Test
  void shared_isReachedInTheOwnersDrive_withTheScopesForAll() {
    Caller all = as(ada, "Files.ReadWrite.All");
    assertThat(all.get(there(shared) + "/children").items("id")).containsExactly(file);
    assertThat(all.put(there(file) + "/content", "y").status()).isEqualTo(200);
    assertThat(as(ada, "Files.Read.All").get(there(file)).status()).isEqualTo(200);
    assertThat(ada().get(there(file)).error()).isEqualTo("accessDenied");
    assertThat(as(ada, "Files.Read.All").put(there(file) + "/content", "z").status())
        .isEqualTo(403);
  }

  @Test
  void whatIsNotShared_isNotThere() {
    String hidden = items().addFile(items().root(bo), "hidden.txt", bytes("x"));
    Caller all = as(ada, "Files.ReadWrite.All");
    assertThat(all.get(there(hidden)).error()).isEqualTo("itemNotFound");
    assertThat(all.get(there("root")).status()).isEqualTo(404);
  }

  @Test
  void sharedToReadOnly_cannotBeWritten() {
    String readOnly = items().addFile(items().root(bo), "read only.txt", bytes("x"));
    items().share(readOnly, ada, false);
    Caller all = as(ada, "Files.ReadWrite.All");
    assertThat(all.get(there(readOnly)).status()).isEqualTo(200);
    assertThat(all.json("PATCH", there(readOnly), "{'name':'mine.txt'}").status()).isEqualTo(403);
  }

  @Test
  void shortcut_isRenamedAndDeletedItself() {
    String other = items().addShortcut(items().root(ada), "other", shared);
    assertThat(ada().json("PATCH", item(other), "{'name':'another'}").status()).isEqualTo(200);
    assertThat(items().name(shared)).isEqualTo("bo's");
    assertThat(ada().delete(item(other)).status()).isEqualTo(204);
    assertThat(items().exists(shared)).isTrue();
  }

  @Test
  void library_isReachedByItsDrive() {
    String root = items().addLibrary("Documents");
    items().share(root, ada, true);
    String drive =
        as(ada, "Files.ReadWrite.All")
            .get("/v1.0/drives/" + items().driveOf(root))
            .text("driveType");
    assertThat(drive).isEqualTo("documentLibrary");
  }
}
