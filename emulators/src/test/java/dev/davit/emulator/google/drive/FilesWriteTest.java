package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made, changed and removed without content (guides/create-file, guides/folder). */
class FilesWriteTest extends DriveBench {
  private static final String FOLDER = "application/vnd.google-apps.folder";

  @AfterEach
  void unlimit() {
    drive.items().limit(ada.email(), OptionalLong.empty());
  }

  private static String file(String parent, String name) {
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    return drive.items().addFile(parent, name, "text/plain", content);
  }

  private static String folder(String parent) {
    Api.Answer answer = newFolder(parent);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.string("id");
  }

  private static Api.Answer newFolder(String parent) {
    String body = "{\"mimeType\":\"%s\",\"parents\":[\"%s\"]}".formatted(FOLDER, parent);
    return api.json("POST", FILES, body);
  }

  @Test
  void create_takesAnyName_twice() {
    Api.Answer first = api.json("POST", FILES, "{\"name\":\"a/b\"}");
    Api.Answer second = api.json("POST", FILES, "{\"name\":\"a/b\"}");
    assertThat(first.json()).containsOnlyKeys("kind", "id", "name", "mimeType");
    assertThat(second.string("id")).isNotEqualTo(first.string("id"));
    assertThat(drive.items().named(root, "a/b")).hasSize(2);
    assertThat(drive.items().size(first.string("id"))).isZero();
    assertThat(api.json("POST", FILES, "{\"name\":\".\"}").string("name")).isEqualTo(".");
  }

  @Test
  void create_withAnIdGivenOut_makesOneFile() {
    Api.Answer ids = api.get(FILES + "/generateIds?count=2&space=drive");
    assertThat((List<?>) ids.json().get("ids")).hasSize(2);
    String id = String.valueOf(((List<?>) ids.json().get("ids")).get(0));
    String body = "{\"id\":\"" + id + "\",\"name\":\"once\"}";
    assertThat(api.json("POST", FILES, body).string("id")).isEqualTo(id);
    assertThat(api.json("POST", FILES, body).reason()).isEqualTo("fileIdInUse");
    assertThat(drive.items().named(root, "once")).containsExactly(id);
    api.send("DELETE", FILES + "/" + id, new byte[0]);
    assertThat(api.json("POST", FILES, body).status()).isEqualTo(409);
  }

  @Test
  void move_isByParameters() {
    String from = folder(root);
    String to = folder(root);
    String id = file(from, "moved");
    String query = "?addParents=" + to + "&removeParents=" + from + "&fields=parents";
    Api.Answer answer = api.json("PATCH", FILES + "/" + id + query, "{\"name\":\"renamed\"}");
    assertThat(answer.json().get("parents")).isEqualTo(List.of(to));
    assertThat(drive.items().children(from)).isEmpty();
    assertThat(drive.items().name(id)).isEqualTo("renamed");
  }

  @Test
  void patch_canComeAsAPost() {
    String id = file(root, "before");
    Api.Answer answer =
        api.send(
            "POST",
            FILES + "/" + id,
            "{\"name\":\"after\"}".getBytes(StandardCharsets.UTF_8),
            "X-HTTP-Method-Override",
            "PATCH",
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(drive.items().name(id)).isEqualTo("after");
  }

  @Test
  void patch_knowsNoConditions() {
    String id = file(root, "any");
    Api.Answer answer =
        api.send(
            "PATCH",
            FILES + "/" + id + "?fields=version,modifiedTime",
            "{\"modifiedTime\":\"2001-02-03T04:05:06+01:00\"}".getBytes(StandardCharsets.UTF_8),
            "If-Match",
            "\"no\"",
            "Content-Type",
            "application/json");
    assertThat(answer.string("version")).isEqualTo("2");
    assertThat(answer.string("modifiedTime")).isEqualTo("2001-02-03T03:05:06.000Z");
  }

  @Test
  void trash_takesAllBelow_deleteIsForGood() {
    String folder = folder(root);
    String inside = file(folder, "inside");
    api.json("PATCH", FILES + "/" + folder, "{\"trashed\":true}");
    Api.Answer answer = api.get(FILES + "/" + inside + "?fields=trashed,explicitlyTrashed");
    assertThat(answer.json()).isEqualTo(Map.of("trashed", true, "explicitlyTrashed", false));
    assertThat(api.send("DELETE", FILES + "/" + folder, new byte[0]).status()).isEqualTo(204);
    assertThat(drive.items().exists(inside)).isFalse();
    assertThat(api.send("DELETE", FILES + "/" + folder, new byte[0]).status()).isEqualTo(404);
  }

  @Test
  void emptyTrash_removesWhatIsInIt() {
    String id = file(root, "thrown away");
    drive.items().trash(id, true);
    String kept = file(root, "kept");
    assertThat(api.send("DELETE", FILES + "/trash", new byte[0]).status()).isEqualTo(204);
    assertThat(drive.items().exists(id)).isFalse();
    assertThat(drive.items().exists(kept)).isTrue();
  }

  @Test
  void copy_isAnotherFileBesideTheFirst() {
    String folder = folder(root);
    String id = file(folder, "first");
    Api.Answer answer =
        api.json("POST", FILES + "/" + id + "/copy?fields=id,name,parents,size", "{}");
    assertThat(answer.string("name")).isEqualTo("Copy of first");
    assertThat(answer.json().get("parents")).isEqualTo(List.of(folder));
    drive.items().write(id, new byte[0]);
    assertThat(drive.items().text(answer.string("id"))).isEqualTo("content");
  }

  @Test
  void driveFile_writesBelowTheTopThatItCantSee() {
    Api own = Api.of(google, ada, "drive.file");
    Api.Answer made = own.json("POST", FILES + "?fields=id,parents", "{\"parents\":[\"root\"]}");
    assertThat(made.json().get("parents")).isEqualTo(List.of(root));
    String others = drive.items().addFolder(root, "not the app's");
    assertThat(own.json("POST", FILES, "{\"parents\":[\"" + others + "\"]}").status())
        .isEqualTo(404);
  }

  @Test
  void folders_areNestedTo100Levels_andHoldSoMany() {
    drive.faults().depthLimit(2);
    String deep = folder(folder(root));
    assertThat(newFolder(deep).reason()).isEqualTo("myDriveHierarchyDepthLimitExceeded");
    String shallow = folder(root);
    String query = "?addParents=" + shallow + "&removeParents=" + root;
    String tree = folder(root);
    folder(tree);
    assertThat(api.json("PATCH", FILES + "/" + tree + query, "{}").reason())
        .isEqualTo("myDriveHierarchyDepthLimitExceeded");
    drive.faults().childLimit(1);
    String body = "{\"parents\":[\"" + shallow + "\"]}";
    assertThat(api.json("POST", FILES, body).status()).isEqualTo(200);
    assertThat(api.json("POST", FILES, body).reason())
        .isEqualTo("numChildrenInNonRootLimitExceeded");
  }

  @Test
  void quota_isForContent_notForFolders() {
    String id = file(root, "seven");
    drive.items().limit(ada.email(), OptionalLong.of(1));
    assertThat(newFolder(root).status()).isEqualTo(200);
    assertThat(api.json("POST", FILES + "/" + id + "/copy", "{}").reason())
        .isEqualTo("storageQuotaExceeded");
    Api.Answer upload =
        api.send(
            "POST",
            "/upload/drive/v3/files?uploadType=resumable",
            new byte[0],
            "X-Upload-Content-Length",
            "2");
    assertThat(upload.reason()).isEqualTo("storageQuotaExceeded");
  }

  @Test
  void betweenDrives_foldersDontMove() {
    String team = drive.items().addSharedDrive("team", Map.of(ada.email(), "organizer"));
    String folder = folder(root);
    String id = file(root, "goes");
    String query = "?supportsAllDrives=true&addParents=" + team + "&removeParents=" + root;
    assertThat(api.json("PATCH", FILES + "/" + folder + query, "{}").reason())
        .isEqualTo("teamDrivesFolderMoveInNotSupported");
    Api.Answer moved = api.json("PATCH", FILES + "/" + id + query + "&fields=driveId", "{}");
    assertThat(moved.string("driveId")).isEqualTo(team);
  }

  @Test
  void sharedDrive_rolesSayWhatMayBeDone() {
    String team = drive.items().addSharedDrive("team", Map.of(ada.email(), "writer"));
    String id = file(team, "theirs");
    String path = FILES + "/" + id + "?supportsAllDrives=true";
    assertThat(api.json("PATCH", path, "{\"name\":\"ours\"}").status()).isEqualTo(200);
    assertThat(api.json("PATCH", path, "{\"trashed\":true}").reason())
        .isEqualTo("insufficientFilePermissions");
    assertThat(api.send("DELETE", path, new byte[0]).reason())
        .isEqualTo("insufficientFilePermissions");
  }
}
